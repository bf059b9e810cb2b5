import { type Bin, emptyBins, note } from '../../../predict/reliability.ts';

export interface Foretold {
  chance: number;
  happened: boolean;
}

/** How good foretold chances were: order (AUC), sharpness and honesty (log loss, Brier), and honesty alone (the reliability table). */
export function scoresOf(cases: readonly Foretold[]) {
  const bins = emptyBins();
  for (const { chance, happened } of cases) note(bins, chance, happened);
  const mean = (of: (one: Foretold) => number) => cases.reduce((sum, one) => sum + of(one), 0) / cases.length;
  return {
    auc: aucOf(cases),
    logLoss: mean(({ chance, happened }) => -Math.log(Math.max(1e-15, happened ? chance : 1 - chance))),
    brier: mean(({ chance, happened }) => (chance - Number(happened)) ** 2),
    // Guo and others (2017): the mean distance of what was said from what came.
    calibrationError: bins.reduce((sum, bin) => sum + Math.abs(bin.foretold - bin.happened), 0) / cases.length,
    reliability: bins.map(tableRow),
  };
}

function tableRow({ count, foretold, happened }: Bin) {
  return {
    cases: count,
    foretold: count === 0 ? null : foretold / count,
    happened: count === 0 ? null : happened / count,
  };
}

/** The chance that a case that happened was ranked above one that did not; ties count half. */
function aucOf(cases: readonly Foretold[]): number {
  const sorted = [...cases].sort((a, b) => a.chance - b.chance);
  let below = 0;
  let wins = 0;
  for (let start = 0; start < sorted.length; ) {
    let end = start;
    let yes = 0;
    for (; end < sorted.length && sorted[end]?.chance === sorted[start]?.chance; end++)
      yes += Number(sorted[end]?.happened);
    const no = end - start - yes;
    wins += yes * (below + no / 2);
    below += no;
    start = end;
  }
  const yes = sorted.length - below;
  return yes === 0 || below === 0 ? 0.5 : wins / (yes * below);
}
