/// <reference types="vite/client" />
interface ImportMetaEnv {
  readonly VITE_STORE_PORT?: string
}
