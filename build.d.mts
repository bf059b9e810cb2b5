/** A file that a shop's page loads: where it was written, and the sources that are in it. */
export interface BuiltFile {
  path: string;
  inputs: string[];
}

type Module =
  | 'answers'
  | 'auto'
  | 'banners'
  | 'rank'
  | 'dialects'
  | 'handover'
  | 'woo'
  | 'runtime'
  | 'form'
  | 'greeting'
  | 'shelf'
  | 'your-data';

export function buildPage(outdir: string): Promise<Record<'v' | Module, BuiltFile>>;
export function buildCore(outdir: string): Promise<Record<'core', BuiltFile>>;
export function buildAll(options?: { outdir?: string }): Promise<void>;
export function buildIfStale(): Promise<void>;
