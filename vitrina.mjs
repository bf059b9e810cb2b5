#!/usr/bin/env node
import { existsSync } from 'node:fs';

// In a checkout the sources are newer than anything built; a published package brings `dist/` alone.
if (existsSync(new URL('./server/node/cli.ts', import.meta.url))) await (await import('./build.mjs')).buildIfStale();
await import('./dist/cli.js');
