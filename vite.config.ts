// The client's build and the test projects. The server needs no build: Node runs its TypeScript.
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

const root = import.meta.dirname

export default defineConfig({
  root: 'client',
  cacheDir: `${root}/node_modules/.vite`,
  plugins: [svelte({ configFile: false })],
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
  server: {
    proxy: {
      '/api': 'http://127.0.0.1:3000',
      '/socket.io': { target: 'http://127.0.0.1:3000', ws: true },
      '/docs': { target: 'http://127.0.0.1:3000', ws: true },
    },
  },
  test: {
    projects: [
      {
        extends: true,
        root,
        test: {
          name: 'unit',
          include: ['{server,shared}/**/*.test.ts', 'client/**/*.test.ts'],
          environment: 'node',
          testTimeout: 30_000,
        },
        resolve: { conditions: ['browser'] },
      },
      {
        extends: true,
        root,
        test: {
          name: 'house',
          include: ['tests/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        root,
        test: {
          name: 'e2e',
          include: ['tests/e2e/*.e2e.ts'],
          environment: 'node',
          testTimeout: 240_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
