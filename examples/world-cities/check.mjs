// Asks for what was imported, as a client would, and compares it with the files: every cell of every row.

const PAGE = 100;
const AT_ONCE = 4;

/** What is in the table and differs from the rows wanted; nothing where the import is whole. */
export async function differences(api, rowsUrl, wanted, key) {
  const found = [];
  const pages = Math.ceil(wanted.length / PAGE) + 1;
  const stored = new Map();
  let next = 1;
  const reader = async () => {
    while (next <= pages) {
      const { results } = await api.get(rowsUrl, { page: next++, page_size: PAGE, sort_by: key, count: 'none' });
      for (const row of results) stored.set(row[key], row);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, reader));
  for (const row of wanted) {
    const there = stored.get(row[key]);
    if (there === undefined) {
      found.push(`${key} ${row[key]} is missing`);
      continue;
    }
    for (const [field, value] of Object.entries(row)) {
      if (there[field] !== value) {
        found.push(`${key} ${row[key]}: ${field} is ${JSON.stringify(there[field])} instead of ${JSON.stringify(value)}`);
      }
    }
  }
  const { count } = await api.get(rowsUrl, { page_size: 1 });
  if (count !== wanted.length) found.push(`${count} rows instead of ${wanted.length}`);
  return found;
}

/** Lists, filters and searches, each with the answer that the files give. */
export async function questions(api, countriesUrl, citiesUrl, countries, cities) {
  const amongCities = (test) => cities.filter(test).length;
  const amongCountries = (test) => countries.filter(test).length;
  const american = new Set(countries.filter((one) => one.region === 'Americas').map((one) => one.id));
  const asked = [
    ["cities of Switzerland, by the country's code", citiesUrl, { filters: { country__alpha_2: 'CH' } },
      amongCities((city) => city.country_name === 'Switzerland')],
    ['cities called Warīsān, exactly', citiesUrl, { name: 'Warīsān' },
      amongCities((city) => city.name === 'Warīsān')],
    ['cities called zürich, in whatever case', citiesUrl, { name__iexact: 'zürich' },
      amongCities((city) => city.name.toLowerCase() === 'zürich')],
    ['cities without a country of ours', citiesUrl, { country__isnull: true },
      amongCities((city) => city.country === null)],
    ['cities in the Americas, or with São in their name', citiesUrl,
      { filters: { or: [{ country__region: 'Americas' }, { name__contains: 'São' }] } },
      amongCities((city) => american.has(city.country) || city.name.includes('São'))],
    ['countries on the euro', countriesUrl, { currency_code: 'EUR' },
      amongCountries((country) => country.currency_code === 'EUR')],
    ['the country with the Arabic name مصر', countriesUrl, { official_name_ar: 'مصر' },
      amongCountries((country) => country.official_name_ar === 'مصر')],
  ];
  const wrong = [];
  for (const [what, url, query, wanted] of asked) {
    const { count, results } = await api.get(url, { ...query, page_size: 3, sort_by: 'name' });
    console.log(`  ${what}: ${sample(count, results)}`);
    if (count !== wanted || count === 0) wrong.push(`${what}: ${count} instead of ${wanted}`);
  }
  for (const words of ['zurich', 'SAO PAULO', 'warisan dubai', 'les escaldes']) {
    const { count, results } = await api.get(citiesUrl, { search: words, page_size: 3, sort_by: 'name' });
    console.log(`  search for "${words}": ${sample(count, results)}`);
    const wanted = cities.filter((city) => has(city, words)).length;
    if (count !== wanted || count === 0) wrong.push(`search for "${words}": ${count} instead of ${wanted}`);
  }
  return wrong;
}

function sample(count, rows) {
  return `${count} (${rows.map((row) => row.name).join(', ')}${count > rows.length ? ', …' : ''})`;
}

/** Whether each of the words is somewhere in the city's texts, whatever their case and accents. */
function has(city, words) {
  const plain = (text) => (text ?? '').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const texts = [city.name, city.subcountry, city.country_name].map(plain);
  return plain(words).split(' ').every((word) => texts.some((text) => text.includes(word)));
}
