// Ten thousand rows: few in the page, all within reach.
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ListRow } from '../../../src/app/ui/data/ListRow.tsx';
import { WindowedList } from '../../../src/app/ui/data/WindowedList.tsx';
import { expectAccessible } from '../accessibility.ts';
import { aPage } from '../page.ts';

const sites = Array.from({ length: 10_000 }, (_, index) => ({ id: `site-${index}`, name: `Site ${index + 1}` }));

function Sites({ scroll }: { readonly scroll: 'page' | 'inside' }) {
  return (
    <main>
      <h1>Sites</h1>
      <WindowedList
        label="Sites"
        scroll={scroll}
        items={sites}
        itemKey={(site) => site.id}
        row={(site) => <ListRow href={`#${site.id}`} title={site.name} />}
      />
    </main>
  );
}

const row = (name: string) => page.getByRole('link', { name, exact: true });

async function focus(name: string): Promise<void> {
  await expect.element(row(name)).toBeVisible();
  row(name).element().focus();
}

for (const scroll of ['page', 'inside'] as const) {
  test(`of 10,000 rows few are in the page, and keys reach the last and the first (scrolling: ${scroll})`, async () => {
    await page.viewport(414, 896);
    const { root } = aPage(<Sites scroll={scroll} />);
    await expect.element(row('Site 1')).toBeVisible();
    expect(root.querySelectorAll('li').length).toBeLessThan(60);
    const first = page.getByRole('listitem').first();
    await expect.element(first).toHaveAttribute('aria-setsize', '10000');
    await expect.element(first).toHaveAttribute('aria-posinset', '1');
    await expectAccessible();

    await focus('Site 1');
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(row('Site 2')).toHaveFocus();
    await userEvent.keyboard('{End}');
    await expect.element(row('Site 10000')).toHaveFocus();
    await expect.element(row('Site 10000')).toBeInViewport();
    expect(root.querySelectorAll('li').length).toBeLessThan(60);
    await userEvent.keyboard('{Home}');
    await expect.element(row('Site 1')).toHaveFocus();
  });
}

test('Tab goes on to rows that were not in the page at first', async () => {
  await page.viewport(414, 400);
  aPage(<Sites scroll="page" />);
  await focus('Site 1');
  for (let next = 2; next <= 31; next++) {
    await userEvent.keyboard('{Tab}');
    await expect.element(row(`Site ${next}`)).toHaveFocus();
  }
});

test('the row with the focus stays in the page when it is scrolled away', async () => {
  await page.viewport(414, 600);
  aPage(<Sites scroll="page" />);
  await focus('Site 3');
  window.scrollTo(0, 200_000);
  await expect.element(page.getByRole('link', { name: /^Site 27\d\d$/ }).first()).toBeVisible();
  await expect.element(row('Site 3')).toHaveFocus();
});
