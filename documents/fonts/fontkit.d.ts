declare module 'fontkit' {
  export interface Font {
    readonly characterSet: readonly number[];
  }
  export interface FontCollection {
    readonly fonts: readonly Font[];
  }
  export function create(bytes: Uint8Array): Font | FontCollection;
}
