// @ts-check
import {
  emptyText,
  field,
  filters,
  group,
  label,
  list,
  pageSize,
  sortBy,
  sortOrder,
  table,
  text,
  title,
  toggle,
  whole,
} from '../properties.js';

/** @type {import('../types').Definition} */
export default {
  type: 'DataTable',
  category: 'data',
  icon: 'table',
  label: { en: 'Table', fr: 'Tableau' },
  properties: {
    table,
    title,
    columns: list(
      { en: 'Columns', fr: 'Colonnes' },
      100,
      group(
        { en: 'Column', fr: 'Colonne' },
        {
          field: field({ en: 'Field', fr: 'Champ' }),
          label,
          width: whole({ en: 'Width', fr: 'Largeur' }, 10, 2000),
          format: text({ en: 'Format', fr: 'Format' }, 100),
          sortable: toggle({ en: 'Sortable', fr: 'Triable' }),
          hidden: toggle({ en: 'Hidden', fr: 'Masquée' }),
        },
        ['field'],
      ),
    ),
    filters,
    sort_by: sortBy,
    sort_order: sortOrder,
    page_size: pageSize,
    searchable: toggle({ en: 'Search', fr: 'Recherche' }),
    selectable: toggle({ en: 'Select rows', fr: 'Sélection de lignes' }),
    editable: toggle({ en: 'Edit in place', fr: 'Modification sur place' }),
    can_create: toggle({ en: 'Create rows', fr: 'Création de lignes' }),
    can_delete: toggle({ en: 'Delete rows', fr: 'Suppression de lignes' }),
    can_export: toggle({ en: 'Export', fr: 'Export' }),
    empty_text: emptyText,
  },
  defaults: { page_size: 20, searchable: true },
  events: ['on_row_click', 'on_load'],
  slots: [],
};
