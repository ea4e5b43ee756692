// esbuild's text loader turns these files into strings.
declare module '*.md' {
  const text: string;
  export default text;
}
