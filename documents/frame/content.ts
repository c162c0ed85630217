/** What a sheet can hold, of all that pdfmake could draw: our papers need no more. */
export interface TextStyle {
  readonly fontSize?: number;
  readonly bold?: boolean;
  readonly color?: string;
  readonly fillColor?: string;
  readonly alignment?: 'left' | 'right' | 'center' | 'justify';
  readonly lineHeight?: number;
  readonly characterSpacing?: number;
  /** Points by which the first line is moved in. */
  readonly leadingIndent?: number;
  readonly margin?: Margins;
}
/** Left, top, right, bottom, in points. */
export type Margins = readonly [number, number, number, number];

interface Placed extends TextStyle {
  /** By which `pageReference` finds it. */
  readonly id?: string;
  readonly style?: string;
  readonly width?: number | '*' | 'auto';
  readonly unbreakable?: boolean;
  readonly pageBreak?: 'before' | 'after';
  readonly absolutePosition?: { readonly x: number; readonly y: number };
  readonly relativePosition?: { readonly x: number; readonly y: number };
  /** Of a cell of a table. */
  readonly colSpan?: number;
  readonly rowSpan?: number;
  readonly border?: readonly [boolean, boolean, boolean, boolean];
}

export interface Text extends Placed {
  readonly text: string | readonly (string | Text)[];
  readonly noWrap?: boolean;
  readonly wordBreak?: 'break-all';
  /** Ours: in which font a run of characters is set. */
  readonly font?: string;
}
/** The number of the page on which what has this id stands. */
export interface PageNumber extends Placed {
  readonly pageReference: string;
}
export interface Stack extends Placed {
  readonly stack: readonly Content[];
}
export interface Columns extends Placed {
  readonly columns: readonly Content[];
  readonly columnGap?: number;
}
export interface List extends Placed {
  readonly ol?: readonly Content[];
  readonly ul?: readonly Content[];
}
export interface Table extends Placed {
  readonly table: {
    readonly body: readonly (readonly TableCell[])[];
    readonly widths?: readonly (number | '*' | 'auto')[];
    readonly heights?: number | readonly number[];
    readonly headerRows?: number;
    readonly dontBreakRows?: boolean;
    readonly keepWithHeaderRows?: number;
  };
  readonly layout?: TableLayout | 'noBorders';
}
export interface Svg extends Placed {
  readonly svg: string;
  readonly fit?: readonly [number, number];
}
export interface Image extends Placed {
  /** A `data:` address. */
  readonly image: string;
  readonly fit?: readonly [number, number];
}
interface Stroke {
  readonly lineWidth?: number;
  readonly lineColor?: string;
  readonly dash?: { readonly length: number };
}
type Drawn =
  | (Stroke & {
      readonly type: 'line';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
    })
  | (Stroke & {
      readonly type: 'rect';
      readonly x: number;
      readonly y: number;
      readonly w: number;
      readonly h: number;
    });
export interface Canvas extends Placed {
  readonly canvas: readonly Drawn[];
}
export type Content =
  string | Text | PageNumber | Stack | Columns | List | Table | Svg | Image | Canvas | readonly Content[];

/** An empty one stands where another spans. */
export type TableCell = Content | Record<string, never>;

export interface TableLayout {
  /** Of the line above a row; that above the first is 0. */
  readonly hLineWidth?: (line: number) => number;
  readonly vLineWidth?: () => number;
  readonly hLineColor?: () => string;
  readonly vLineColor?: () => string;
  readonly paddingLeft?: () => number;
  readonly paddingRight?: () => number;
  readonly paddingTop?: () => number;
  readonly paddingBottom?: () => number;
}

/** Of a sheet that is no A4 letter. */
export interface SheetSize {
  readonly pageSize?: 'A4' | 'A5' | { readonly width: number; readonly height: number };
  readonly pageOrientation?: 'portrait' | 'landscape';
  readonly pageMargins?: Margins;
}

export interface Definition extends SheetSize {
  readonly content: Content;
  readonly footer?: (page: number, pages: number) => Content;
  readonly info: { readonly title: string; readonly author: string };
  readonly watermark?: {
    readonly text: string;
    readonly color: string;
    readonly opacity: number;
    readonly bold: boolean;
  };
  readonly defaultStyle: TextStyle & { readonly font: string };
  readonly styles: Readonly<Record<string, TextStyle>>;
  /** Asked of every part when it has its place. */
  readonly pageBreakBefore?: (node: { id?: string; pageNumbers: number[] }) => boolean;
}
