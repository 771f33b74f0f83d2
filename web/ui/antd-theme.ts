import { type ThemeConfig, theme } from 'antd';
import * as english from 'antd/locale/en_US.js';
import * as chinese from 'antd/locale/zh_CN.js';
import { useSyncExternalStore } from 'react';
import type { Language } from '../../core/terms/language.ts';
import { dark, fontFamily, light, motion, radius, type } from './tokens.ts';

/** Ant Design's theme from the design tokens, so that its parts and our own CSS are one family. */
export function themeFor(isDark: boolean): ThemeConfig {
  const palette = isDark ? dark : light;
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  return {
    algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: palette.human,
      colorPrimaryHover: palette.humanStrong,
      colorPrimaryActive: palette.humanStrong,
      colorPrimaryBg: palette.humanSoft,
      colorPrimaryBorder: palette.humanLine,
      colorLink: palette.human,
      colorLinkHover: palette.humanStrong,
      colorLinkActive: palette.humanStrong,
      colorTextLightSolid: palette.onHuman,
      colorError: palette.danger,
      colorErrorBg: palette.dangerSoft,
      colorWarning: palette.warning,
      colorWarningBg: palette.warningSoft,
      colorSuccess: palette.human,
      colorSuccessBg: palette.humanSoft,
      colorSuccessBorder: palette.humanLine,
      colorInfo: palette.human,
      colorInfoBg: palette.humanSoft,
      colorInfoBorder: palette.humanLine,
      colorText: palette.text,
      colorTextSecondary: palette.textSoft,
      colorTextTertiary: palette.textFaint,
      colorTextPlaceholder: palette.textFaint,
      colorTextDescription: palette.textSoft,
      // Ant Design's own grey on grey (2:1) cannot be read; what is missing must be.
      colorTextDisabled: palette.textFaint,
      colorBgContainerDisabled: palette.sunken,
      colorBorder: palette.lineStrong,
      colorBorderSecondary: palette.line,
      colorBgLayout: palette.canvas,
      colorBgContainer: palette.surface,
      colorBgElevated: palette.surface,
      borderRadius: radius.small,
      borderRadiusLG: radius.normal,
      borderRadiusSM: radius.small,
      fontFamily,
      fontSize: type[2],
      fontSizeSM: type[0],
      fontSizeLG: type[2],
      controlHeight: 32,
      // Not switched off: a dialog without any motion would not give the keyboard to its first field.
      motionDurationFast: still ? '1ms' : `${motion.fast}ms`,
      motionDurationMid: still ? '1ms' : `${motion.fast}ms`,
      motionDurationSlow: still ? '1ms' : `${motion.normal}ms`,
      wireframe: false,
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
      Tooltip: {
        colorBgSpotlight: isDark ? '#33403f' : '#16201f',
        colorTextLightSolid: '#f4f8f7',
        fontSize: type[0],
      },
    },
  };
}

interface LocaleModule<Locale> {
  readonly default: Locale | { readonly default: Locale };
}

/** Ant Design's locale files are CommonJS: bundlers and Node wrap their default export differently. */
function unwrapped<Locale extends object>(module: LocaleModule<Locale>): Locale {
  const inner = module.default;
  return 'default' in inner ? (inner.default as Locale) : (inner as Locale);
}

/** Ant Design's own words (empty lists, dates, pagination) in the page's language. */
export function antdLocale(language: Language) {
  return language === 'zh' ? unwrapped(chinese) : unwrapped(english);
}

const query = '(prefers-color-scheme: dark)';

function subscribe(listener: () => void): () => void {
  const media = matchMedia(query);
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
}

/** Whether the page is dark, following the system. */
export function useDark(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}
