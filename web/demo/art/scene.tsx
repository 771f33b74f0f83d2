/** @jsxImportSource preact */

/** The hero: dawn over five ridges, mist between them, a lit tent in front. Decoration, so it has no name. */
export function Scene() {
  return (
    <svg class="scene" viewBox="0 0 1440 620" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
      <defs>
        <linearGradient id="sky" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" class="sky-top" />
          <stop offset=".55" class="sky-middle" />
          <stop offset="1" class="sky-low" />
        </linearGradient>
        <radialGradient id="sun" cx=".5" cy=".5" r=".5">
          <stop offset="0" class="sun-core" />
          <stop offset=".22" class="sun-core" />
          <stop offset=".24" class="sun-halo" stop-opacity=".5" />
          <stop offset="1" class="sun-halo" stop-opacity="0" />
        </radialGradient>
        <linearGradient id="mist" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" class="mist" stop-opacity="0" />
          <stop offset=".7" class="mist" stop-opacity=".75" />
          <stop offset="1" class="mist" stop-opacity="0" />
        </linearGradient>
        <linearGradient id="glow" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stop-color="#f6c27a" />
          <stop offset="1" stop-color="#f09a4e" />
        </linearGradient>
      </defs>
      <rect width="1440" height="620" fill="url(#sky)" />
      <circle cx="1010" cy="268" r="190" fill="url(#sun)" />
      <path
        class="ridge-5"
        d="M0 352c70-18 118-62 190-58 66 4 92 40 158 32 84-10 128-98 214-104 78-6 116 70 190 72 82 2 118-82 206-88 76-5 112 62 184 70 96 10 150-64 298-44v390H0Z"
      />
      <rect y="280" width="1440" height="120" fill="url(#mist)" opacity=".8" />
      <path
        class="ridge-4"
        d="M0 420c96-6 148-66 236-70 74-4 116 44 188 40 92-6 142-104 240-106 86-2 128 84 214 90 80 6 134-54 216-52 84 2 122 58 196 62 60 4 104-20 150-34v270H0Z"
      />
      <rect y="360" width="1440" height="110" fill="url(#mist)" opacity=".7" />
      <path
        class="ridge-3"
        d="M0 462c66 8 128-32 196-30 88 2 130 56 220 50 96-6 156-92 262-90 92 2 140 76 234 78 78 2 130-44 206-46 86-2 148 46 322 20v176H0Z"
      />
      <path
        class="ridge-2"
        d="M0 520c120-30 210-44 330-26 104 16 176 40 286 30 128-12 206-66 334-58 104 6 170 50 272 48 82-2 142-28 218-34v140H0Z"
      />
      <g class="firs">
        {[64, 96, 122, 158, 1246, 1284, 1312, 1356, 1392].map((x, index) => {
          const height = 62 + ((index * 29) % 44);
          const base = 540 - ((index * 17) % 14);
          return (
            <path
              key={x}
              d={`M${x} ${base - height}l${height * 0.2} ${height * 0.4}h-${height * 0.07}l${height * 0.15} ${height * 0.32}h-${height * 0.08}l${height * 0.13} ${height * 0.3}h-${height * 0.66}l${height * 0.13}-${height * 0.3}h-${height * 0.08}l${height * 0.15}-${height * 0.32}h-${height * 0.07}Z`}
            />
          );
        })}
      </g>
      <path class="ridge-1" d="M0 556c220-34 420-30 660-14 260 18 500 20 780-18v96H0Z" />
      <g transform="translate(900 470)">
        <ellipse cx="92" cy="84" rx="140" ry="12" fill="#0b1f1d" opacity=".3" />
        <path d="M0 84C22 34 54 4 92 2c42 2 76 34 96 82Z" fill="#d98a4a" />
        <path d="M92 2c42 2 76 34 96 82h-60C124 48 112 20 92 2Z" fill="#b9683a" />
        <path d="M92 2C70 22 58 50 54 84h74C124 48 112 20 92 2Z" fill="url(#glow)" />
        <path d="M92 26c-12 16-18 36-20 58h20Z" fill="#fbe3b4" />
        <path d="M0 84-26 90M188 84l28 6" stroke="#e9d9bd" stroke-width="1.6" />
      </g>
    </svg>
  );
}
