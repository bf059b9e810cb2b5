/** What the tests ask of jstat, which has no types of its own. */
declare module 'jstat' {
  const jstat: {
    chisquare: { cdf(x: number, freedom: number): number };
    normal: {
      cdf(x: number, mean: number, deviation: number): number;
      pdf(x: number, mean: number, deviation: number): number;
    };
    betaln(a: number, b: number): number;
  };
  export default jstat;
}
