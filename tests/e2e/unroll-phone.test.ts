/** The unrolled network on a phone: made for it, not shrunk. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults, darkFaults } from '../support/accessibility';
import { launchChromium } from '../support/chromium';
import { serveSite, type ServedSite } from '../support/site';
import { openAlone, sameRun, type WorkshopFigure } from '../support/workshop-page';

let site: ServedSite;
let browser: Browser;

beforeAll(async () => {
  site = await serveSite();
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

describe('on a phone', () => {
  let phone: WorkshopFigure;
  beforeAll(async () => {
    phone = await openAlone(
      browser,
      site.url,
      { id: 'unroll-1', language: 'fr', scene: 'text:anticonstitutionnellement,step:20' },
      { viewport: { width: 360, height: 740 } },
    );
    await phone.figure.locator('.numbers').waitFor();
  });
  afterAll(() => phone.reader.leave());

  it('shows the steps around the walk, and says which', async () => {
    expect(await phone.figure.locator('svg .step:not(.unseen) .token').allTextContents()).toEqual([
      ...'anticonstitutionnellement'.slice(12, 20),
    ]);
    expect(await phone.summary()).toContain('La figure montre les pas 13 à 20');
  });

  it('is accessible, fits, can be touched, and is saved', async () => {
    expect(await accessibilityFaults(phone.page)).toEqual([]);
    expect(await darkFaults(phone.page)).toEqual([]);
    expect(await phone.small()).toEqual([]);
    expect(await phone.sideways()).toBeLessThanOrEqual(0);
    const svg = await phone.saved('SVG');
    expect(svg).not.toMatch(/var\(|class=|style=|NaN/);
    expect(svg).toContain('softmax');
    const lines = (await phone.saved('CSV')).split('\r\n');
    expect(lines[0]).toContain('h, unité 32');
    const untrained = await sameRun('fr', 0);
    const { values } = untrained.look('anticonstitutionnellement', ['layer0.x']).tensors[0]!;
    expect(lines[1]!.split(',').slice(2, 4)).toEqual([...values.subarray(0, 2)].map(String));
    const table = await phone.table();
    expect(table[0]).toEqual(['Pas', 'Jeton', '‖x‖', '‖h‖', '‖c‖']);
    expect(table).toHaveLength(1 + 25);
  });
});
