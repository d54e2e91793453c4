// The two tables, and how a line of each file becomes a row.

const text = (max_length) => ({ type: 'string', max_length });
const integer = { type: 'integer' };
const flag = { type: 'boolean' };
const key = { required: true, unique: true };

// Nine of the file's 56 columns are left out, since a table has at most 50 fields: the six formal names of the UN's
// terminology, the currency's country and the two columns that say "World" on every line.
const COUNTRY_COLUMNS = {
  name: ['CLDR display name', { ...text(100), ...key }],
  alpha_2: ['ISO3166-1-Alpha-2', { ...text(2), ...key }],
  alpha_3: ['ISO3166-1-Alpha-3', { ...text(3), ...key }],
  numeric_code: ['ISO3166-1-numeric', { ...integer, ...key }],
  capital: ['Capital', text(100)],
  continent: ['Continent', { ...text(2), indexed: true }],
  region: ['Region Name', { ...text(50), indexed: true }],
  region_code: ['Region Code', integer],
  subregion: ['Sub-region Name', text(50)],
  subregion_code: ['Sub-region Code', integer],
  intermediate_region: ['Intermediate Region Name', text(50)],
  intermediate_region_code: ['Intermediate Region Code', integer],
  is_independent: ['is_independent', text(50)],
  languages: ['Languages', text(200)],
  tld: ['TLD', text(10)],
  dial: ['Dial', text(30)],
  currency_code: ['ISO4217-currency_alphabetic_code', text(20)],
  currency_name: ['ISO4217-currency_name', text(100)],
  currency_numeric_code: ['ISO4217-currency_numeric_code', text(20)],
  currency_minor_unit: ['ISO4217-currency_minor_unit', text(10)],
  official_name_en: ['official_name_en', text(100)],
  official_name_fr: ['official_name_fr', text(100)],
  official_name_es: ['official_name_es', text(100)],
  official_name_ru: ['official_name_ru', text(100)],
  official_name_ar: ['official_name_ar', text(100)],
  official_name_zh: ['official_name_cn', text(100)],
  short_name_en: ['UNTERM English Short', text(100)],
  short_name_fr: ['UNTERM French Short', text(100)],
  short_name_es: ['UNTERM Spanish Short', text(100)],
  short_name_ru: ['UNTERM Russian Short', text(100)],
  short_name_ar: ['UNTERM Arabic Short', text(100)],
  short_name_zh: ['UNTERM Chinese Short', text(100)],
  m49: ['M49', integer],
  marc: ['MARC', text(10)],
  gaul: ['GAUL', text(10)],
  fips: ['FIPS', text(10)],
  wmo: ['WMO', text(10)],
  itu: ['ITU', text(10)],
  ioc: ['IOC', text(10)],
  fifa: ['FIFA', text(10)],
  vehicle_sign: ['DS', text(10)],
  edgar: ['EDGAR', text(10)],
  geonameid: ['Geoname ID', integer],
  wikidata: ['wikidata_id', { type: 'url' }],
  small_island_developing: ['Small Island Developing States (SIDS)', flag],
  landlocked_developing: ['Land Locked Developing Countries (LLDC)', flag],
  least_developed: ['Least Developed Countries (LDC)', flag],
};

export const COUNTRIES = {
  table_name: 'countries',
  display_name: 'Countries',
  fields_config: Object.entries(COUNTRY_COLUMNS).map(([name, [, field]]) => ({ name, ...field })),
};

export const CITIES = {
  table_name: 'cities',
  display_name: 'Cities',
  fields_config: [
    { name: 'name', ...text(200), required: true, indexed: true },
    { name: 'subcountry', ...text(200) },
    { name: 'geonameid', ...integer, ...key },
    { name: 'country', type: 'relation', target: 'countries', display_field: 'name', reverse_name: 'cities', indexed: true },
    { name: 'country_name', ...text(200), required: true, help_text: 'The country as the file has it' },
  ],
};

export function countryRow(line) {
  return Object.fromEntries(
    Object.entries(COUNTRY_COLUMNS).map(([name, [column, { type }]]) => [name, value(line[column], type)]),
  );
}

export function cityRow(line, countryId) {
  return {
    name: line.name,
    subcountry: value(line.subcountry, 'string'),
    geonameid: Number(line.geonameid),
    country: countryId ?? null,
    country_name: line.country,
  };
}

/** An empty cell is null; text stays as it is, to the last blank. */
function value(cell, type) {
  if (type === 'boolean') return cell === 'x';
  if (cell === '') return null;
  return type === 'integer' ? Number(cell) : cell;
}

// What the file of cities calls those countries that have none of the names that the file of countries gives them.
const OTHER_NAMES = {
  'Bolivia, Plurinational State of': 'BOL',
  'Congo, The Democratic Republic of the': 'COD',
  "Côte d'Ivoire": 'CIV',
  'Falkland Islands (Malvinas)': 'FLK',
  'Holy See (Vatican City State)': 'VAT',
  'Iran, Islamic Republic of': 'IRN',
  "Korea, Democratic People's Republic of": 'PRK',
  'Korea, Republic of': 'KOR',
  'Micronesia, Federated States of': 'FSM',
  'Moldova, Republic of': 'MDA',
  'Palestine, State of': 'PSE',
  'Saint Helena, Ascension and Tristan da Cunha': 'SHN',
  'Saint Martin (French part)': 'MAF',
  'Svalbard and Jan Mayen': 'SJM',
  'Taiwan, Province of China': 'TWN',
  'Tanzania, United Republic of': 'TZA',
  'United Kingdom': 'GBR',
  'United States': 'USA',
  'Venezuela, Bolivarian Republic of': 'VEN',
  'Virgin Islands, British': 'VGB',
  'Virgin Islands, U.S.': 'VIR',
  'Wallis and Futuna': 'WLF',
};

/** From a country's name, as the file of cities writes it, to its three letters. */
export function countriesByName(countries) {
  const codes = new Map(Object.entries(OTHER_NAMES));
  for (const column of ['short_name_en', 'official_name_en', 'name']) {
    for (const country of countries) if (country[column] !== null) codes.set(country[column], country.alpha_3);
  }
  return codes;
}
