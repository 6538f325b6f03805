// A style sheet as a text: scripts/lib/element.js puts it there.
declare module '*.css' {
  const text: string;
  export default text;
}
