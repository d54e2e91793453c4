// A client of a project's rows with nothing but types that were generated from its document: it is compiled, not run.
import type { components, operations } from './types';

type Thing = components['schemas']['row_thing'];
type NewThing = components['schemas']['new_thing'];
type Query = NonNullable<operations['list_thing']['parameters']['query']>;
type Page = operations['list_thing']['responses'][200]['content']['application/json'];
type Made = operations['create_thing']['responses'][201]['content']['application/json'];
type Patch = NonNullable<operations['merge_thing']['requestBody']>['content']['application/json'];
type Refused = operations['create_thing']['responses']['default']['content']['application/json'];

declare function list(query: Query): Promise<Page>;
declare function create(body: NewThing): Promise<Made>;
declare function merge(id: operations['merge_thing']['parameters']['path']['id'], body: Patch): Promise<Thing>;

export async function use(): Promise<string> {
  const page = await list({ page: 1, sort_by: '-a_integer', a_choice: 's', expand: 'a_relation', count: 'none' });
  const count: number | null = page.count;
  const first = page.results[0];
  const id: string = first.id;
  // Fields may be left out by `fields`, and hidden.
  const version: number | undefined = first.version;
  const doubled: number | null | undefined = first.a_formula;
  const truth: boolean | null | undefined = first.a_boolean;

  const made = await create({ a_choice: 'l', a_multi_choice: ['a'], a_decimal: 1.5, a_relation: id, a_json: { x: [1] } });
  await merge(made.id, { a_string: null, a_date: '2026-01-31' });

  // @ts-expect-error there is no such choice
  await create({ a_choice: 'x' });
  // @ts-expect-error a field is required
  await create({ a_string: 'x' });
  // @ts-expect-error what the server makes is not sent
  await create({ a_choice: 's', a_formula: 2 });
  // @ts-expect-error a number is no text
  await merge(id, { a_integer: '1' });
  // @ts-expect-error there is no such field
  await list({ nosuch: 1 });
  return `${id} ${version} ${count} ${doubled} ${truth}`;
}

export const sentence = (refused: Refused): string => refused.error;
