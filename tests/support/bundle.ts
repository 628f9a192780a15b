import { build, type Plugin } from 'rolldown';

/** Bundles TypeScript into a file that Node runs; dependencies stay outside. */
export async function bundleFile(input: string, file: string, plugins: Plugin[] = []) {
  await build({
    input,
    platform: 'node',
    external: /node_modules/,
    plugins,
    output: { file, format: 'esm', codeSplitting: false },
    logLevel: 'silent',
  });
}
