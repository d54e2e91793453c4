// @ts-check
import { label, orientation, whole } from '../properties.js';

/** @type {import('../types').Definition} */
export default {
  type: 'Divider',
  category: 'interface',
  icon: 'minus',
  label: { en: 'Divider', fr: 'Séparateur' },
  properties: {
    label,
    orientation,
    margin: whole({ en: 'Margin', fr: 'Marge' }, 0, 200),
  },
  defaults: { orientation: 'horizontal' },
  events: [],
  slots: [],
};
