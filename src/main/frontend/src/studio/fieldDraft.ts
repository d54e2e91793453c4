import type { Choice, Field } from '../api/types';
import { NAME, toName } from '../ui/values';

/** The types that can be made here; the others are shown where the API made them. */
export const FIELD_TYPES = [
  'string',
  'text',
  'integer',
  'decimal',
  'boolean',
  'date',
  'datetime',
  'email',
  'choice',
  'relation',
  'json',
  'file',
  'image',
] as const;

/** A field as it is typed: names follow the label until somebody changes them. */
export interface FieldDraft extends Record<string, unknown> {
  label: string;
  name: string;
  type: string;
  required: boolean;
  unique: boolean;
  multiple: boolean;
  choices: string;
  target: string;
  kind: string;
  on_delete: string;
  max_length: string | number;
  precision: string | number;
  scale: string | number;
}

export function newDraft(): FieldDraft {
  return {
    label: '',
    name: '',
    type: 'string',
    required: false,
    unique: false,
    multiple: false,
    choices: '',
    target: '',
    kind: 'many_to_one',
    on_delete: 'restrict',
    max_length: '',
    precision: '',
    scale: '',
  };
}

function lines(text: string): string[] {
  return [
    ...new Set(
      text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    ),
  ];
}

export function toChoices(text: string): Choice[] {
  const values = new Set<string>();
  return lines(text).map((label) => {
    const short = toName(label);
    const value = short && !values.has(short) ? short : label;
    values.add(value);
    return { value, label };
  });
}

function number(name: 'max_length' | 'precision' | 'scale', draft: FieldDraft): Partial<Field> {
  return draft[name] === '' ? {} : { [name]: Number(draft[name]) };
}

export function holdsFiles(draft: FieldDraft): boolean {
  return draft.type === 'file' || draft.type === 'image';
}

/** What the API gets: only the options of the chosen type. */
export function toField(draft: FieldDraft): Field {
  const field: Field = {
    name: draft.name.trim(),
    label: draft.label.trim() || draft.name.trim(),
    type: draft.type,
    required: draft.required && !holdsFiles(draft),
    unique: draft.unique && !holdsFiles(draft),
  };
  if (holdsFiles(draft)) field.multiple = draft.multiple;
  if (draft.type === 'string') Object.assign(field, number('max_length', draft));
  if (draft.type === 'decimal') Object.assign(field, number('precision', draft), number('scale', draft));
  if (draft.type === 'choice') field.choices = toChoices(draft.choices);
  if (draft.type === 'relation') {
    field.target = draft.target;
    field.kind = draft.kind as Field['kind'];
    field.on_delete = draft.on_delete as Field['on_delete'];
  }
  return field;
}

export type DraftProblem =
  'common.needed' | 'tables.badName' | 'fields.duplicate' | 'fields.needChoices' | 'fields.needTarget';

export function draftProblems(draft: FieldDraft, others: string[]): Record<string, DraftProblem> {
  const problems: Record<string, DraftProblem> = {};
  const name = draft.name.trim();
  if (!name) problems[draft.label ? 'name' : 'label'] = 'common.needed';
  else if (!NAME.test(name)) problems.name = 'tables.badName';
  else if (others.includes(name)) problems.name = 'fields.duplicate';
  if (draft.type === 'choice' && lines(draft.choices).length === 0) problems.choices = 'fields.needChoices';
  if (draft.type === 'relation' && !draft.target) problems.target = 'fields.needTarget';
  return problems;
}
