// @ts-check
import {
  choice,
  emptyText,
  field,
  filters,
  pageSize,
  sortBy,
  sortOrder,
  table,
  title,
  titleField,
  toggle,
} from '../properties.js';

/** @type {import('../types').Definition} */
export default {
  type: 'ListView',
  category: 'data',
  icon: 'list',
  label: { en: 'List', fr: 'Liste' },
  properties: {
    table,
    title,
    title_field: titleField,
    subtitle_field: field({ en: 'Subtitle', fr: 'Sous-titre' }),
    image_field: field({ en: 'Picture', fr: 'Image' }),
    filters,
    sort_by: sortBy,
    sort_order: sortOrder,
    page_size: pageSize,
    layout: choice(
      { en: 'Layout', fr: 'Disposition' },
      { list: { en: 'List', fr: 'Liste' }, grid: { en: 'Grid', fr: 'Grille' } },
    ),
    searchable: toggle({ en: 'Search', fr: 'Recherche' }),
    empty_text: emptyText,
  },
  defaults: { page_size: 20, layout: 'list' },
  events: ['on_row_click', 'on_load'],
  slots: ['item'],
};
