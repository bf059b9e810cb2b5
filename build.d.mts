import type { Metafile } from 'esbuild';

export function buildWidgets(outdir: string): Promise<{ runtime: string[]; metafile: Metafile }>;
/** A file of the snippet: where it was written, and the sources that are in it. */
export interface BuiltFile {
  path: string;
  inputs: string[];
}

export function buildSnippet(
  outdir: string,
  runtime: string[],
): Promise<Record<'v' | 'answers' | 'auto' | 'banners' | 'dialects' | 'handover' | 'woo', BuiltFile>>;
export function buildCore(outdir: string): Promise<Record<'core', BuiltFile>>;
export function buildAll(options?: { outdir?: string }): Promise<void>;
export function buildIfStale(): Promise<void>;
