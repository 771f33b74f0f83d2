/** Vite puts imported style sheets into the page; to TypeScript they have no value. */
declare module '*.css';
