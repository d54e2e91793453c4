import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const server = 'http://127.0.0.1:8080';

export default defineConfig({
  // Relative, so that the build lives under any context path; <base href> says which.
  base: './',
  plugins: [react()],
  build: {
    outDir: 'dist',
    assetsDir: 'assets',
    // The studio, and the frame of the applications that are made with it: neither loads the other.
    rolldownOptions: { input: ['index.html', 'app.html'] },
    chunkSizeWarningLimit: 1200,
    // Data URIs would need more than 'self' in the content security policy.
    assetsInlineLimit: 0,
  },
  server: { host: '127.0.0.1', port: 5173, proxy: { '/api': server } },
  preview: { host: '127.0.0.1', port: 4173, proxy: { '/api': server } },
  test: { environment: 'node', include: ['src/**/*.test.ts'] },
});
