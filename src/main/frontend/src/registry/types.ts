/** Words for people, in each language of the product. */
export type Words = { readonly en: string; readonly fr: string };
export type Language = keyof Words;

/** One property of a component's config. Plain data: panels and the server's JSON Schema are made of it. */
export type Property = { readonly label: Words } & (
  | { readonly kind: 'text'; readonly maxLength: number; readonly pattern?: string }
  | { readonly kind: 'whole' | 'number'; readonly min: number; readonly max: number }
  | { readonly kind: 'toggle' }
  | { readonly kind: 'choice'; readonly choices: Readonly<Record<string, Words>> }
  /** The name of a table of the project, or of a field of the table that the same config names. */
  | { readonly kind: 'table' | 'field' }
  /** Conditions on rows, as queries take them. */
  | { readonly kind: 'filters' }
  /** A text, a number, or true or false. */
  | { readonly kind: 'scalar' }
  | { readonly kind: 'object' | 'any' }
  | { readonly kind: 'list'; readonly maxItems: number; readonly of: Property }
  | { readonly kind: 'group'; readonly properties: Properties; readonly required: readonly string[] }
);
export type Properties = Readonly<Record<string, Property>>;

export type Category = 'data' | 'interface' | 'navigation' | 'advanced';
export type EventName = 'on_click' | 'on_submit' | 'on_row_click' | 'on_load' | 'on_change' | 'on_close';

/** What a kind of component is, without how it looks: the part that the server knows too. */
export type Definition = {
  readonly type: string;
  readonly category: Category;
  readonly icon: string;
  readonly label: Words;
  readonly properties: Properties;
  /** The config of a new one. */
  readonly defaults: Readonly<Record<string, unknown>>;
  readonly events: readonly EventName[];
  /** Where it takes other components; `*` for slots that its config names. */
  readonly slots: readonly string[];
};

/** A definition with what draws it: what the editor and deployed applications look up. */
export type Rendered<Render> = Definition & { readonly render: Render };
