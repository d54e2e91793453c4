// @ts-check
/** @import { Properties, Property, Words } from './types' */

/** @param {Words} label @param {number} maxLength @param {string} [pattern] @returns {Property} */
export const text = (label, maxLength, pattern) =>
  pattern ? { kind: 'text', label, maxLength, pattern } : { kind: 'text', label, maxLength };

/** @param {Words} label @param {number} min @param {number} max @returns {Property} */
export const whole = (label, min, max) => ({ kind: 'whole', label, min, max });

/** @param {Words} label @param {number} min @param {number} max @returns {Property} */
export const number = (label, min, max) => ({ kind: 'number', label, min, max });

/** @param {Words} label @returns {Property} */
export const toggle = (label) => ({ kind: 'toggle', label });

/** @param {Words} label @param {Readonly<Record<string, Words>>} choices @returns {Property} */
export const choice = (label, choices) => ({ kind: 'choice', label, choices });

/** @param {Words} label @returns {Property} */
export const field = (label) => ({ kind: 'field', label });

/** @param {Words} label @returns {Property} */
export const scalar = (label) => ({ kind: 'scalar', label });

/** @param {Words} label @returns {Property} */
export const object = (label) => ({ kind: 'object', label });

/** @param {Words} label @returns {Property} */
export const any = (label) => ({ kind: 'any', label });

/** @param {Words} label @param {number} maxItems @param {Property} of @returns {Property} */
export const list = (label, maxItems, of) => ({ kind: 'list', label, maxItems, of });

/** @param {Words} label @param {Properties} properties @param {readonly string[]} [required] @returns {Property} */
export const group = (label, properties, required = []) => ({ kind: 'group', label, properties, required });

/** @type {Property} */
export const table = { kind: 'table', label: { en: 'Table', fr: 'Table' } };

/** @type {Property} */
export const filters = { kind: 'filters', label: { en: 'Filters', fr: 'Filtres' } };

export const title = text({ en: 'Title', fr: 'Titre' }, 200);
export const label = text({ en: 'Label', fr: 'Libellé' }, 200);
export const icon = text({ en: 'Icon', fr: 'Icône' }, 100);
export const color = text({ en: 'Colour', fr: 'Couleur' }, 30);
export const to = text({ en: 'Leads to', fr: 'Mène à' }, 2000);
export const recordId = text({ en: 'Row', fr: 'Ligne' }, 200);
export const emptyText = text({ en: 'When empty', fr: 'Si vide' }, 2000);
export const helpText = text({ en: 'Help', fr: 'Aide' }, 2000);
export const placeholder = text({ en: 'Placeholder', fr: 'Texte indicatif' }, 500);
export const sortBy = text({ en: 'Sorted by', fr: 'Tri par' }, 200);
export const pageSize = whole({ en: 'Rows a page', fr: 'Lignes par page' }, 1, 100);
export const limit = whole({ en: 'At most', fr: 'Au plus' }, 1, 1000);
export const height = whole({ en: 'Height', fr: 'Hauteur' }, 50, 2000);
export const titleField = field({ en: 'Title', fr: 'Titre' });

export const sortOrder = choice(
  { en: 'Order', fr: 'Ordre' },
  { asc: { en: 'Ascending', fr: 'Croissant' }, desc: { en: 'Descending', fr: 'Décroissant' } },
);
export const orientation = choice(
  { en: 'Direction', fr: 'Orientation' },
  { horizontal: { en: 'Horizontal', fr: 'Horizontale' }, vertical: { en: 'Vertical', fr: 'Verticale' } },
);
export const fields = list({ en: 'Fields', fr: 'Champs' }, 100, field({ en: 'Field', fr: 'Champ' }));
export const entries = list(
  { en: 'Entries', fr: 'Entrées' },
  100,
  group({ en: 'Entry', fr: 'Entrée' }, { label, to, icon }, ['label']),
);
