// @ts-check
import { text } from '../properties.js';

/** @type {import('../types').Definition} */
export default {
  type: 'Markdown',
  category: 'advanced',
  icon: 'markdown',
  label: { en: 'Markdown', fr: 'Markdown' },
  properties: {
    content: text({ en: 'Text', fr: 'Texte' }, 100000),
  },
  defaults: { content: '' },
  events: ['on_click'],
  slots: [],
};
