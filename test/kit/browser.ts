import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { findChromium } from '../../cli/host-packages.ts';

/** Switches that make Chromium run as root, without a network, and the same everywhere. */
const switches = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The host's Chromium. Close it when the tests end. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  assert.ok(executablePath, 'the browser tests need Chromium; `npm test` installs it where it may');
  return chromium.launch({ executablePath, args: switches });
}

export interface WatchedPage extends Page {
  /** What went wrong inside the page: thrown errors, and refusals by its content security policy. */
  readonly problems: readonly string[];
}

/** A page in a browser profile of its own, in Chinese unless told otherwise. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext({
    locale: 'zh-CN',
    viewport: { width: 1280, height: 860 },
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(40_000);
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (line) => {
    if (line.type() === 'error' && /content security policy/i.test(line.text())) problems.push(line.text());
  });
  return Object.assign(page, { problems });
}

interface AxeFinding {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly target: unknown; readonly failureSummary?: string }[];
}

const axeScript = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What axe finds serious or critical on the page as it stands, shadow roots included; one line a finding. */
export async function seriousFindings(page: Page): Promise<string[]> {
  const hasAxe = await page.evaluate(() => 'axe' in globalThis);
  if (!hasAxe) await page.addScriptTag({ path: axeScript }).catch(() => evaluateAxe(page));
  // A colour on its way to another is nobody's colour.
  await page.evaluate(() =>
    Promise.race([
      Promise.all(
        document
          .getAnimations()
          .filter((one) => one.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
          .map((one) => one.finished.catch(() => undefined)),
      ),
      new Promise((resolve) => setTimeout(resolve, 3_000)),
    ]),
  );
  const findings = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: AxeFinding[] }> } };
    return (await axe.run()).violations;
  });
  return findings
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id} at ${JSON.stringify(node.target)}: ${node.failureSummary ?? ''}`),
    );
}

/** Where the page's content security policy lets no foreign script tag in. */
async function evaluateAxe(page: Page): Promise<void> {
  const { readFile } = await import('node:fs/promises');
  await page.evaluate(await readFile(axeScript, 'utf8'));
}
