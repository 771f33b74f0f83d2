/** @jsxImportSource preact */
import type { JSX } from 'preact';
import type { ProductArt } from '../../../demo/shop.ts';

/** The palette of the drawings: forest, mist, clay, sand, night and steel. */
const c = {
  forest: '#2c6b62',
  forestDark: '#1d4a45',
  forestLight: '#4f9488',
  mist: '#dfe9e4',
  clay: '#cf6b3c',
  clayDark: '#a94f29',
  clayLight: '#e79a6c',
  sand: '#e9d8b8',
  sandDark: '#c9b183',
  night: '#22302f',
  steel: '#9aa9a8',
  steelLight: '#cdd7d5',
  white: '#fbfaf6',
  sun: '#f4c16d',
};

const Shadow = ({ rx = 82, y = 166 }: { rx?: number; y?: number }) => (
  <ellipse cx="120" cy={y} rx={rx} ry="7" fill="#0f2321" opacity=".14" />
);

/** One drawing for each kind of product, on a stage of 240 × 200. */
const drawings: Readonly<Record<ProductArt, () => JSX.Element>> = {
  'tent-small': () => (
    <>
      <Shadow rx={96} />
      <path d="M24 164C44 104 78 62 120 56c42 6 76 48 96 108Z" fill={c.forest} />
      <path d="M120 56c42 6 76 48 96 108h-56C156 122 142 84 120 56Z" fill={c.forestDark} />
      <path d="M120 56C98 84 84 122 80 164h80C156 122 142 84 120 56Z" fill={c.sand} />
      <path d="M120 82c-12 24-20 52-22 82h22Z" fill={c.night} />
      <path d="M120 82c-4 26-12 56-22 82h-4c4-32 13-60 26-82Z" fill={c.sandDark} />
      <path d="M24 164 8 170M216 164l16 6M70 92 34 168" stroke={c.sandDark} stroke-width="2" fill="none" />
      <path
        d="M44 118c20-36 46-58 76-62 30 4 56 26 76 62"
        stroke={c.forestLight}
        stroke-width="2.5"
        fill="none"
      />
    </>
  ),
  'tent-large': () => (
    <>
      <Shadow rx={104} />
      <path d="M14 164c8-56 42-104 92-112h28c50 8 84 56 92 112Z" fill={c.clay} />
      <path d="M134 52c50 8 84 56 92 112h-52c0-46-14-84-40-112Z" fill={c.clayDark} />
      <path d="M106 52C82 80 68 118 68 164h104c0-46-14-84-38-112Z" fill={c.clayLight} />
      <path d="M120 78c-16 18-28 48-30 86h60c-2-38-14-68-30-86Z" fill={c.night} />
      <path d="M120 78c-16 18-28 48-30 86h14c2-34 8-62 16-86Z" fill={c.white} opacity=".85" />
      <path d="M14 164 2 170M226 164l12 6" stroke={c.sandDark} stroke-width="2" />
      <path
        d="M40 104c16-30 40-48 66-52h28c26 4 50 22 66 52"
        stroke={c.sand}
        stroke-width="2.5"
        fill="none"
      />
    </>
  ),
  'tent-family': () => (
    <>
      <Shadow rx={108} />
      <path d="M20 164V104l34-46h132l34 46v60Z" fill={c.forestLight} />
      <path d="M54 58h132l34 46H20Z" fill={c.forest} />
      <path d="M120 58h66l34 46h-86Z" fill={c.forestDark} />
      <path d="M62 164v-46h52v46Z" fill={c.night} />
      <path d="M62 118h20l-12 46h-8Z" fill={c.sand} />
      <path d="M138 120h52v26h-52Z" fill={c.mist} />
      <path d="M164 120v26M138 133h52" stroke={c.forest} stroke-width="2" />
      <path d="M20 104h200" stroke={c.sand} stroke-width="3" />
      <path d="M54 58V46M186 58V46" stroke={c.steel} stroke-width="3" stroke-linecap="round" />
      <path d="M54 46c22 8 44 8 66 0 22 8 44 8 66 0" stroke={c.sun} stroke-width="2" fill="none" />
      {[76, 98, 142, 164].map((x) => (
        <circle key={x} cx={x} cy="52" r="3.5" fill={c.sun} />
      ))}
    </>
  ),
  'sleeping-bag-mummy': () => (
    <>
      <Shadow rx={54} y={178} />
      <path
        d="M120 22c26 0 40 20 42 44 2 20 6 34 2 58-4 26-16 52-44 52s-40-26-44-52c-4-24 0-38 2-58 2-24 16-44 42-44Z"
        fill={c.clay}
      />
      <path d="M120 22c26 0 40 20 42 44 2 20 6 34 2 58-4 26-16 52-44 52Z" fill={c.clayDark} opacity=".45" />
      <ellipse cx="120" cy="52" rx="23" ry="25" fill={c.night} />
      <ellipse cx="120" cy="58" rx="19" ry="18" fill={c.sand} />
      {[86, 104, 122, 140, 157].map((y, index) => (
        <path
          key={y}
          d={`M${78 + index * 1.5} ${y}c26 9 58 9 ${84 - index * 3} 0`}
          stroke={c.clayLight}
          stroke-width="2.2"
          fill="none"
        />
      ))}
      <path
        d="M150 70c4 30 2 62-8 92"
        stroke={c.sand}
        stroke-width="2.5"
        fill="none"
        stroke-dasharray="3 3"
      />
    </>
  ),
  'sleeping-bag-envelope': () => (
    <>
      <Shadow rx={92} y={170} />
      <path d="M52 44h120a14 14 0 0 1 14 14v96a14 14 0 0 1-14 14H52Z" fill={c.forestLight} />
      <path d="M52 44h120a14 14 0 0 1 14 14v20c-44 4-92 22-134 56Z" fill={c.sand} />
      <path d="M186 78c-44 4-92 22-134 56V104c38-30 88-48 134-52Z" fill={c.forest} />
      {[118, 138, 156].map((y) => (
        <path key={y} d={`M${52} ${y + 10}h134`} stroke={c.forest} stroke-width="2" opacity=".55" />
      ))}
      <path d="M64 54h34a8 8 0 0 1 8 8v10a8 8 0 0 1-8 8H64Z" fill={c.white} />
      <circle cx="186" cy="80" r="4" fill={c.steel} />
    </>
  ),
  stove: () => (
    <>
      <Shadow rx={52} y={178} />
      <path d="M86 132h68v30a12 12 0 0 1-12 12H98a12 12 0 0 1-12-12Z" fill={c.clay} />
      <path d="M120 132h34v30a12 12 0 0 1-12 12h-22Z" fill={c.clayDark} />
      <path d="M98 120h44v12H98Z" fill={c.steel} />
      <path d="M84 52h72v60a8 8 0 0 1-8 8H92a8 8 0 0 1-8-8Z" fill={c.night} />
      <path d="M84 92h72v20a8 8 0 0 1-8 8H92a8 8 0 0 1-8-8Z" fill={c.steel} />
      <path
        d="M94 98v16M106 98v16M118 98v16M130 98v16M142 98v16"
        stroke={c.night}
        stroke-width="3"
        opacity=".6"
      />
      <path d="M80 44h80a4 4 0 0 1 4 4v6H76v-6a4 4 0 0 1 4-4Z" fill={c.steelLight} />
      <path
        d="M156 62h22c6 0 6 34-22 34"
        stroke={c.clay}
        stroke-width="6"
        fill="none"
        stroke-linecap="round"
      />
      <path
        d="M104 32c-6-8 6-10 0-18M122 34c-6-8 6-12 0-20M140 32c-6-8 6-10 0-18"
        stroke={c.steel}
        stroke-width="3"
        fill="none"
        stroke-linecap="round"
        opacity=".7"
      />
      <path d="M106 146h28" stroke={c.sand} stroke-width="4" stroke-linecap="round" />
    </>
  ),
  backpack: () => (
    <>
      <Shadow rx={58} y={180} />
      <path d="M82 46c0-18 16-28 38-28s38 10 38 28v8H82Z" fill={c.forestDark} />
      <path
        d="M74 60c0-10 6-16 16-16h60c10 0 16 6 16 16l6 98c0 12-8 20-20 20H88c-12 0-20-8-20-20Z"
        fill={c.forest}
      />
      <path d="M120 44h30c10 0 16 6 16 16l6 98c0 12-8 20-20 20h-32Z" fill={c.forestDark} opacity=".5" />
      <path d="M78 44c10 14 74 14 84 0l4 22c-12 16-80 16-92 0Z" fill={c.clay} />
      <path d="M112 58h16v30h-16Z" fill={c.sand} />
      <path d="M86 104h68l4 54c0 6-4 10-10 10H92c-6 0-10-4-10-10Z" fill={c.forestLight} />
      <path d="M84 122h72" stroke={c.forestDark} stroke-width="2.5" />
      <path
        d="M68 118c-16 4-18 40-2 46M172 118c16 4 18 40 2 46"
        stroke={c.night}
        stroke-width="7"
        fill="none"
        stroke-linecap="round"
      />
      <path d="M110 18c0-10 20-10 20 0" stroke={c.sand} stroke-width="4" fill="none" />
      <path d="M176 96l10 62" stroke={c.steel} stroke-width="4" stroke-linecap="round" />
    </>
  ),
  headlamp: () => (
    <>
      <Shadow rx={74} y={172} />
      <path
        d="M46 96c8-48 140-48 148 0 4 30-20 52-34 60"
        stroke={c.forestDark}
        stroke-width="20"
        fill="none"
        stroke-linecap="round"
      />
      <path
        d="M46 96c-4 30 20 52 34 60"
        stroke={c.forest}
        stroke-width="20"
        fill="none"
        stroke-linecap="round"
      />
      <path
        d="M56 84c16-30 112-30 128 0"
        stroke={c.sand}
        stroke-width="3"
        fill="none"
        stroke-dasharray="9 6"
      />
      <path d="M120 112 40 190h160Z" fill={c.sun} opacity=".28" />
      <rect x="82" y="78" width="76" height="62" rx="18" fill={c.night} />
      <circle cx="120" cy="109" r="22" fill={c.steel} />
      <circle cx="120" cy="109" r="17" fill={c.white} />
      <circle cx="120" cy="109" r="9" fill={c.sun} />
      <rect x="108" y="70" width="24" height="9" rx="4" fill={c.clay} />
      <circle cx="147" cy="92" r="3" fill={c.clay} />
    </>
  ),
  jacket: () => (
    <>
      <Shadow rx={70} y={182} />
      <path d="M92 40 52 62 34 142l26 8 12-40v66h96v-66l12 40 26-8-18-80-40-22Z" fill={c.forest} />
      <path d="M120 52v124h48v-66l12 40 26-8-18-80-40-22Z" fill={c.forestDark} opacity=".55" />
      <path d="M92 40c4-22 16-26 28-26s24 4 28 26c-8 18-48 18-56 0Z" fill={c.forestDark} />
      <path d="M100 40c2-14 10-18 20-18s18 4 20 18c-8 12-32 12-40 0Z" fill={c.night} />
      <path d="M120 48v128" stroke={c.sun} stroke-width="3" />
      <path d="M82 116l22 8M158 116l-22 8" stroke={c.sun} stroke-width="3" stroke-linecap="round" />
      <path d="M52 62l20 48M188 62l-20 48" stroke={c.forestLight} stroke-width="2.5" />
      <rect x="134" y="70" width="22" height="7" rx="2" fill={c.sand} />
    </>
  ),
  mat: () => (
    <>
      <Shadow rx={96} y={160} />
      <path d="M46 84h128c22 0 36 16 36 36s-14 36-36 36H46Z" fill={c.sun} />
      <path d="M46 122h164c-2 20-16 34-36 34H46Z" fill={c.clayLight} />
      {[66, 88, 110, 132, 154].map((x) => (
        <path key={x} d={`M${x} 86v68`} stroke={c.clay} stroke-width="2.2" opacity=".45" />
      ))}
      <circle cx="52" cy="120" r="36" fill={c.clay} />
      <path
        d="M52 84a36 36 0 1 1 0 72 29 29 0 1 1 0-58 22 22 0 1 1 0 44 15 15 0 1 1 0-30 8 8 0 1 1 0 16"
        fill="none"
        stroke={c.sand}
        stroke-width="4"
        stroke-linecap="round"
      />
      <rect x="194" y="102" width="16" height="10" rx="3" fill={c.night} />
    </>
  ),
  'trekking-poles': () => (
    <>
      <Shadow rx={66} y={182} />
      {[0, 1].map((index) => (
        <g key={index} transform={index === 0 ? 'rotate(-13 120 180)' : 'rotate(13 120 180)'}>
          <path d="M120 62v56" stroke={c.night} stroke-width="8" stroke-linecap="round" />
          <path d="M120 116v40" stroke={c.clay} stroke-width="6.5" />
          <path d="M120 154v22" stroke={c.steel} stroke-width="4.5" />
          <path d="M120 176v8" stroke={c.night} stroke-width="3" stroke-linecap="round" />
          <path d="M108 166h24l-4 6h-16Z" fill={c.night} />
          <rect x="114" y="112" width="14" height="9" rx="2.5" fill={c.sand} />
          <path d="M112 22c0-6 16-6 18 0l-2 42h-14Z" fill={c.sandDark} />
          <path d="M112 22c0-6 16-6 18 0v8h-18Z" fill={c.night} />
          <path d="M114 30c-16 12-16 34-2 42" stroke={c.forest} stroke-width="4" fill="none" />
        </g>
      ))}
    </>
  ),
  cookware: () => (
    <>
      <Shadow rx={92} y={174} />
      <path d="M52 92h104v56a18 18 0 0 1-18 18H70a18 18 0 0 1-18-18Z" fill={c.steel} />
      <path d="M104 92h52v56a18 18 0 0 1-18 18h-34Z" fill={c.night} opacity=".22" />
      <path d="M46 84h116a4 4 0 0 1 4 4v6H42v-6a4 4 0 0 1 4-4Z" fill={c.steelLight} />
      <path d="M60 84c4-16 84-16 88 0Z" fill={c.steelLight} />
      <rect x="96" y="60" width="16" height="12" rx="5" fill={c.clay} />
      <path d="M52 110H34c-8 0-8 20 0 20h18" stroke={c.clay} stroke-width="6" fill="none" />
      <path d="M124 142h80l-6 20a8 8 0 0 1-8 6h-50a8 8 0 0 1-8-6Z" fill={c.forestDark} />
      <path d="M120 138h88v7h-88Z" fill={c.forest} />
      <path d="M204 142l26-14" stroke={c.clay} stroke-width="7" stroke-linecap="round" />
      <path d="M68 106v44" stroke={c.white} stroke-width="4" stroke-linecap="round" opacity=".5" />
    </>
  ),
};

export function ProductDrawing({ art, name }: { art: ProductArt; name: string }) {
  return (
    <svg viewBox="0 0 240 200" role="img" aria-label={name}>
      {drawings[art]()}
    </svg>
  );
}
