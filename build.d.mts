import type { Metafile } from 'esbuild';

export function buildWidgets(outdir: string): Promise<{ runtime: string[]; metafile: Metafile }>;
export function buildSnippet(
  outdir: string,
  runtime: string[],
): Promise<{ metafile: Metafile; auto: Metafile; dialects: Metafile }>;
export function buildCore(outdir: string): Promise<{ metafile: Metafile }>;
export function buildAll(options?: { outdir?: string }): Promise<void>;
export function buildIfStale(): Promise<void>;
