import { describe, expect, test } from 'vitest';
import { clientOf } from './client.ts';
import { robotOf } from './robot.ts';

const chrome =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';
const edge = '"Not)A;Brand";v="8", "Chromium";v="156", "Microsoft Edge";v="156"';
const iPad =
  'Mozilla/5.0 (iPad; CPU OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1';

describe('a browser', () => {
  test.each([
    [
      'by its hints',
      { 'sec-ch-ua': edge, 'sec-ch-ua-mobile': '?0', 'sec-ch-ua-platform': '"Windows"' },
      'Edge',
      'Windows',
      'desktop',
    ],
    ['on a phone', { 'sec-ch-ua-mobile': '?1', 'sec-ch-ua-platform': '"Android"' }, 'Chrome', 'Android', 'phone'],
    [
      'on an Android tablet',
      { 'sec-ch-ua-mobile': '?0', 'sec-ch-ua-platform': '"Android"' },
      'Chrome',
      'Android',
      'tablet',
    ],
    ['without hints', {}, 'Chrome', 'Windows', 'desktop'],
    [
      'whose hints are nonsense',
      { 'sec-ch-ua': '<b>', 'sec-ch-ua-mobile': 'yes', 'sec-ch-ua-platform': '"<b>"' },
      'Chrome',
      'Windows',
      'desktop',
    ],
    ['that has no hints at all', { 'user-agent': iPad }, 'Mobile Safari', 'iOS', 'tablet'],
  ])('%s', (_, words, browser, os, device) => {
    const headers = new Headers({ 'user-agent': chrome, ...words });
    expect(clientOf(headers, { country: 'UA' })).toEqual({ browser, os, device, country: 'UA' });
  });
});

describe('not a person is', () => {
  test.each([
    ['crawler', { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' }],
    [
      'assistant',
      { 'user-agent': 'Mozilla/5.0 AppleWebKit/537.36; compatible; GPTBot/1.2; +https://openai.com/gptbot' },
    ],
    ['headless', { 'user-agent': chrome.replace('Chrome', 'HeadlessChrome') }],
    ['headless', { 'user-agent': chrome, 'sec-ch-ua': '"HeadlessChrome";v="156"' }],
    ['nameless', { 'user-agent': '' }],
    ['prerender', { 'user-agent': chrome, 'sec-purpose': 'prefetch;prerender' }],
  ])('a %s', (kind, words) => {
    expect(robotOf(new Headers(words))).toBe(kind);
  });
  test.each([chrome, iPad])('but not %s', (words) => {
    expect(robotOf(new Headers({ 'user-agent': words, 'sec-ch-ua': edge }))).toBeNull();
  });
});
