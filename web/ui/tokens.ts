/** The colours of one theme. `human` is the agents' seat, `assistant` the other; red and amber only ask for action. */
export interface Palette {
  readonly human: string;
  readonly humanStrong: string;
  readonly humanSoft: string;
  readonly humanLine: string;
  readonly onHuman: string;
  readonly assistant: string;
  readonly assistantStrong: string;
  readonly assistantSoft: string;
  readonly assistantLine: string;
  readonly onAssistant: string;
  readonly canvas: string;
  readonly surface: string;
  readonly sunken: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly text: string;
  readonly textSoft: string;
  readonly textFaint: string;
  readonly danger: string;
  readonly dangerSoft: string;
  readonly warning: string;
  readonly warningSoft: string;
}

export const light: Palette = {
  human: '#0f766e',
  humanStrong: '#115e59',
  humanSoft: '#e3f3f0',
  humanLine: '#b5ddd6',
  onHuman: '#ffffff',
  assistant: '#4f46e5',
  assistantStrong: '#4338ca',
  assistantSoft: '#eef0fe',
  assistantLine: '#d3d6fb',
  onAssistant: '#ffffff',
  canvas: '#f5f7f7',
  surface: '#ffffff',
  sunken: '#eef2f1',
  line: '#dfe5e4',
  lineStrong: '#c3cdcb',
  text: '#16201f',
  textSoft: '#4c5957',
  textFaint: '#616d6b',
  danger: '#b42318',
  dangerSoft: '#fdecea',
  warning: '#92500c',
  warningSoft: '#fdf3e1',
};

export const dark: Palette = {
  human: '#4fd1bf',
  humanStrong: '#7fe3d5',
  humanSoft: '#12312e',
  humanLine: '#23534d',
  onHuman: '#04211e',
  assistant: '#a5acfb',
  assistantStrong: '#c3c8fd',
  assistantSoft: '#1f2140',
  assistantLine: '#3a3e72',
  onAssistant: '#14163a',
  canvas: '#0e1314',
  surface: '#161d1e',
  sunken: '#0e1314',
  line: '#283233',
  lineStrong: '#3c494a',
  text: '#e6edec',
  textSoft: '#b1bdbb',
  textFaint: '#8f9c9a',
  danger: '#ff9c8f',
  dangerSoft: '#3a1b18',
  warning: '#f5c26b',
  warningSoft: '#35270f',
};

/** CSS pixels. */
export const space = [4, 8, 12, 16, 24, 32] as const;
/** CSS pixels. */
export const radius = { small: 6, normal: 10 } as const;
/** CSS pixels. */
export const type = [12, 13, 14, 16, 20, 28] as const;
/** Milliseconds. */
export const motion = { fast: 120, normal: 200 } as const;

export const fontFamily =
  'system-ui, -apple-system, "Segoe UI", Roboto, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Helvetica Neue", Arial, sans-serif';
