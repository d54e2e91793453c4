// @ts-check
import { choice, group, icon, label, list, orientation, text } from '../properties.js';

/** @type {import('../types').Definition} */
export default {
  type: 'Tabs',
  category: 'navigation',
  icon: 'folders',
  label: { en: 'Tabs', fr: 'Onglets' },
  properties: {
    tabs: list(
      { en: 'Tabs', fr: 'Onglets' },
      30,
      group(
        { en: 'Tab', fr: 'Onglet' },
        { key: text({ en: 'Slot', fr: 'Emplacement' }, 40, '^[a-z][a-z0-9_-]*$'), label, icon },
        ['key', 'label'],
      ),
    ),
    variant: choice(
      { en: 'Look', fr: 'Apparence' },
      {
        default: { en: 'Default', fr: 'Par défaut' },
        outline: { en: 'Outlined', fr: 'Contour' },
        pills: { en: 'Pills', fr: 'Pastilles' },
      },
    ),
    orientation,
  },
  defaults: { tabs: [{ key: 'tab-1', label: 'Tab 1' }], variant: 'default', orientation: 'horizontal' },
  events: ['on_change'],
  slots: ['*'],
};
