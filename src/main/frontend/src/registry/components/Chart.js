// @ts-check
import { choice, filters, height, limit, list, table, text, title, toggle } from '../properties.js';

/** @type {import('../types').Definition} */
export default {
  type: 'Chart',
  category: 'data',
  icon: 'chart-bar',
  label: { en: 'Chart', fr: 'Graphique' },
  properties: {
    table,
    title,
    chart_type: choice(
      { en: 'Kind', fr: 'Type' },
      {
        bar: { en: 'Bars', fr: 'Barres' },
        line: { en: 'Line', fr: 'Ligne' },
        area: { en: 'Area', fr: 'Aire' },
        pie: { en: 'Pie', fr: 'Camembert' },
        donut: { en: 'Donut', fr: 'Anneau' },
        scatter: { en: 'Points', fr: 'Nuage de points' },
      },
    ),
    group_by: text({ en: 'Grouped by', fr: 'Groupé par' }, 200),
    measures: list({ en: 'Measures', fr: 'Mesures' }, 10, text({ en: 'Measure', fr: 'Mesure' }, 200)),
    filters,
    limit,
    stacked: toggle({ en: 'Stacked', fr: 'Empilé' }),
    legend: toggle({ en: 'Legend', fr: 'Légende' }),
    height,
  },
  defaults: { chart_type: 'bar', legend: true, height: 300 },
  events: ['on_load', 'on_click'],
  slots: [],
};
