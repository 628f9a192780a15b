import { describe, expect, test } from 'vitest';
import { showIdIn } from '../../src/sources/show-id.ts';

describe('a show is named by', () => {
  test.each([
    'tvmaze:82',
    ' tvmaze:82 ',
    'https://www.tvmaze.com/shows/82',
    'https://www.tvmaze.com/shows/82/',
    'https://www.tvmaze.com/shows/82/game-of-thrones',
    'https://www.tvmaze.com/shows/82/game-of-thrones/episodes?x=1#top',
    'http://tvmaze.com/shows/82',
    'HTTPS://WWW.TVMAZE.COM/shows/82',
    'www.tvmaze.com/shows/82/game-of-thrones',
    'tvmaze.com/shows/82',
    'https://api.tvmaze.com/shows/82?embed=episodes',
  ])('%s', (text) => {
    expect(showIdIn(text)).toBe('tvmaze:82');
  });
});

describe('no show is named by', () => {
  test.each([
    '',
    'Severance',
    '82',
    'tvmaze:',
    'tvmaze:0',
    'tvmaze:82x',
    'tvmaze 82',
    'Mr.Robot',
    'https://www.tvmaze.com/',
    'https://www.tvmaze.com/shows',
    'https://www.tvmaze.com/shows/82x',
    'https://www.tvmaze.com/shows/0',
    'https://www.tvmaze.com/episodes/4952/game-of-thrones-1x01-winter-is-coming',
    'https://www.tvmaze.com.example/shows/82',
    'https://example.com/https://www.tvmaze.com/shows/82',
    'https://example.com/shows/82',
    'https://en.wikipedia.org/wiki/Game_of_Thrones',
    'https://www.tvmaze.com/shows/82 and more',
    'ftp://www.tvmaze.com/shows/82',
  ])('%j', (text) => {
    expect(showIdIn(text)).toBe(undefined);
  });
});
