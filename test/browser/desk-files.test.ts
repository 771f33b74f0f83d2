import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { seriousFindings } from '../kit/browser.ts';
import { type DeskScene, openDeskScene, type Person } from '../kit/desk-scene.ts';

let scene: DeskScene;
let agent: Person;

before(async () => {
  scene = await openDeskScene();
  agent = await scene.hire('王敏');
});
after(() => scene?.close());

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const picture = (name: string) => ({ name, mimeType: 'image/png', buffer: png });

test('a file that did not arrive stays in sight with its reason, is sent again, and moves nothing away', async () => {
  const { page } = await scene.signIn(agent);
  const customer = scene.customer();
  for (let n = 0; n < 6; n++) await customer.say(`帐篷第 ${n} 根杆子断了`);
  await customer.askHuman();
  await page.locator('.ring').getByRole('button', { name: '接受', exact: true }).click();
  await page.locator('#composer').waitFor();

  // A proxy in front answers in the server's place, and later does not.
  await page.route('**/attachments', (route) =>
    route.fulfill(
      route.request().postData()?.includes('大图')
        ? { status: 413, body: '<html>413</html>' }
        : { status: 503, body: '<html>503</html>' },
    ),
  );
  const picker = page.locator('input[type=file]').first();
  await picker.setInputFiles([picture('大图.png'), picture('杆子.png'), picture('收据.png')]);
  const failed = page.locator('.upload-failed');
  await failed.nth(2).waitFor();
  const large = failed.filter({ hasText: '大图.png' });
  assert.match((await large.textContent()) ?? '', /内容太大了.*压缩/);
  assert.equal(await large.getByRole('button', { name: '重新上传' }).count(), 0);
  assert.equal(await page.locator('.to-end').count(), 0);
  assert.deepEqual(await seriousFindings(page), []);

  await page.unroute('**/attachments');
  await failed.filter({ hasText: '杆子.png' }).getByRole('button', { name: '重新上传' }).click();
  await page.locator('.upload:not(.upload-failed)', { hasText: '杆子.png' }).waitFor();
  await page.fill('#composer', '请看图。');
  await page.press('#composer', 'Enter');
  const sent = page.locator('.message-agent:not(.outgoing)', { hasText: '请看图' });
  await sent.locator('.picture img').waitFor();
  // What did not go along is not forgotten in silence.
  await failed.filter({ hasText: '收据.png' }).waitFor();
  assert.equal(await page.locator('.upload').count(), 2);
});

test('a picture that cannot be drawn is told as a file', async () => {
  const { page } = await scene.signIn(agent);
  await page.getByRole('tab', { name: /我的/ }).click();
  await page.route('**/api/attachments/*', (route) => route.fulfill({ status: 404, body: '' }));
  await page.locator('.row').first().click();
  const file = page.locator('.message-agent .file', { hasText: '杆子.png' });
  await file.waitFor();
  assert.match((await file.textContent()) ?? '', /图片没有加载出来/);
});
