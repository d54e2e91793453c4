import { describe, expect, it } from 'vitest';
import { innerPath, isAt, listed, pageAt, type PageEntry } from './route';
import { en, fill, fr } from './texts';

const page = (name: string, route: string, is_home = false): PageEntry => ({
  id: name,
  name,
  title: '',
  route,
  is_home,
  access: 'public',
});
const pages = [page('Orders', '/orders'), page('Order', '/orders/:id'), page('Start', '/start', true)];

describe('addresses', () => {
  it('are read below the application, wherever that is', () => {
    expect(innerPath('/apps/desk/orders/5/', '/apps/desk/')).toBe('/orders/5');
    expect(innerPath('/apps/desk/', '/apps/desk/')).toBe('/');
    expect(innerPath('/apps/desk', '/apps/desk/')).toBe('/');
    expect(innerPath('/orders', '/')).toBe('/orders');
  });

  it('fit routes part by part', () => {
    expect(isAt('/orders/:id', '/orders/5')).toBe(true);
    expect(isAt('/orders/:id', '/orders')).toBe(false);
    expect(isAt('/orders', '/orders/5')).toBe(false);
  });

  it('lead to pages, the first one to the home page', () => {
    expect(pageAt(pages, '/orders/5')?.name).toBe('Order');
    expect(pageAt(pages, '/')?.name).toBe('Start');
    expect(pageAt(pages, '/nowhere')).toBeUndefined();
    expect(pageAt([], '/')).toBeUndefined();
  });
});

describe('the menu', () => {
  it('begins with the home page and has no page that needs more than its address', () =>
    expect(listed(pages).map((each) => each.name)).toEqual(['Start', 'Orders']));
});

describe('the words', () => {
  it('have the same places in both languages', () => {
    const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
    for (const [key, text] of Object.entries(en)) {
      expect(places(fr[key as keyof typeof en]), key).toEqual(places(text));
    }
    expect(fill('At least {n}', { n: 8 })).toBe('At least 8');
  });
});
