// @ts-check
import { action, categories, events } from './actions.js';

/** @import { Definition, Language, Properties, Property } from './types' */
/** @typedef {Record<string, unknown>} Schema */

/**
 * The catalogue that the server reads, in one language: definitions with their properties as JSON Schema, what their
 * events may set off included.
 *
 * @param {readonly Definition[]} definitions
 * @param {Language} language
 */
export function catalogue(definitions, language) {
  return {
    categories: Object.entries(categories).map(([key, label]) => ({ key, label: label[language] })),
    types: definitions.map((each) => ({
      name: each.type,
      category: each.category,
      icon: each.icon,
      label: each.label[language],
      properties: configSchema(each, language),
      defaults: each.defaults,
      events: each.events,
      slots: each.slots,
    })),
  };
}

/** @param {Definition} definition @param {Language} language */
function configSchema(definition, language) {
  const schema = objectSchema(definition.properties, [], language);
  const actions = { type: 'array', maxItems: 20, items: propertySchema(action, language) };
  const byEvent = definition.events.map((event) => [event, { title: events[event][language], ...actions }]);
  return { ...schema, properties: { ...schema.properties, ...Object.fromEntries(byEvent) } };
}

/** @param {Properties} properties @param {readonly string[]} required @param {Language} language */
function objectSchema(properties, required, language) {
  const inner = Object.entries(properties).map(([name, each]) => [name, propertySchema(each, language)]);
  return {
    type: 'object',
    properties: /** @type {Record<string, Schema>} */ (Object.fromEntries(inner)),
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
  };
}

/** @param {Property} property @param {Language} language @returns {Schema} */
function propertySchema(property, language) {
  return { title: property.label[language], ...rules(property, language) };
}

/** @param {Property} property @param {Language} language @returns {Schema} */
function rules(property, language) {
  switch (property.kind) {
    case 'text':
      return {
        type: 'string',
        maxLength: property.maxLength,
        ...(property.pattern ? { pattern: property.pattern } : {}),
      };
    case 'whole':
      return { type: 'integer', minimum: property.min, maximum: property.max };
    case 'number':
      return { type: 'number', minimum: property.min, maximum: property.max };
    case 'toggle':
      return { type: 'boolean' };
    case 'choice':
      return {
        type: 'string',
        enum: Object.keys(property.choices),
        'x-labels': Object.values(property.choices).map((label) => label[language]),
      };
    case 'table':
    case 'field':
      return { type: 'string', maxLength: 63, 'x-reference': property.kind };
    case 'filters':
      return { type: 'object', 'x-reference': 'filters' };
    case 'object':
      return { type: 'object' };
    case 'scalar':
      return { type: ['string', 'number', 'boolean'] };
    case 'any':
      return {};
    case 'list':
      return { type: 'array', maxItems: property.maxItems, items: propertySchema(property.of, language) };
    case 'group':
      return objectSchema(property.properties, property.required, language);
  }
}
