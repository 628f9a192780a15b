import { dayAfter, type InventedEpisode, type InventedShow } from './invented-show.ts';
import { longShow } from './long-show.ts';

function episode(
  id: number,
  written: string,
  name: string | null,
  airdate: string,
  summary: string | null,
  plot?: string,
): InventedEpisode {
  const [season, number] = written.split('x').map(Number);
  return {
    id,
    name,
    season: season ?? 1,
    number: number ?? null,
    type: 'regular',
    airdate,
    summary: summary && `<p>${summary}</p>`,
    ...(plot === undefined ? {} : { plot: `<p>${plot}</p>` }),
  };
}

const SALT_LINE: InventedShow = {
  id: 901,
  imdb: 'tt9000901',
  name: 'The Salt Line',
  premiered: '2021-03-05',
  ended: '2022-04-15',
  status: 'Ended',
  network: 'Channel Five',
  country: 'United Kingdom',
  akas: ['La línea de sal', 'Die Salzlinie', '盐线'],
  summary:
    '<p>A harbor pilot comes home to the <b>Salt Line</b>, where a ferry went down with forty aboard. Nobody has asked who was at the wheel.</p>',
  episodes: [
    episode(
      90101,
      '1x1',
      'Low Water',
      '2021-03-05',
      'Maren Dole comes home after nine years and finds her brother’s boat tied up under another name. <i>Somebody</i> has paid for the berth.',
      'Maren Dole steps off the morning bus with one bag. The harbormaster pretends not to know her.</p><p>In the boatyard she finds the <i>Kittiwake</i>, repainted and called <i>Second Chance</i>. The berth is paid until spring, in cash, by a man who gave no name.',
    ),
    episode(
      90102,
      '1x2',
      'The Berth',
      '2021-03-12',
      'Maren follows the money to Ansel Rook, who says the ferry’s log was burned.',
      'Ansel Rook keeps the books of the ferry company. He tells Maren that the log was burned the night of the sinking, and that her brother Tobias asked him to do it.',
    ),
    episode(
      90103,
      '1x3',
      'Dead Reckoning',
      '2021-03-19',
      'The log turns up in the church. Tobias was never aboard.',
      'Under the altar cloth Maren finds the log. On the last page another hand has steered: Tobias had sold his watch to Constable Ferris that night.',
    ),
    episode(
      90104,
      '1x4',
      'Second Chance',
      '2021-03-26',
      'Constable Ferris admits that he was at the wheel.',
      'Ferris weeps in the wheelhouse of the <i>Second Chance</i>. He had been drinking since noon. Tobias let the town believe it was him, for a price: the boat.',
    ),
    episode(
      90105,
      '2x1',
      'Spring Tide',
      '2022-03-25',
      'A year later Tobias is back, and the boat is gone.',
      'Tobias walks into the inquest alive. Maren strikes him before she embraces him.',
    ),
    episode(
      90106,
      '2x2',
      'Slack',
      '2022-04-01',
      null,
      'Ansel Rook leaves the island by night. In his desk lies a second log.',
    ),
    episode(
      90107,
      '2x3',
      'The Second Log',
      '2022-04-08',
      'The second log names Maren’s mother.',
      'The owner of the ferry was Ingrid Dole, Maren’s mother, who knew that the hull was rotten.',
    ),
    episode(
      90108,
      '2x4',
      'High Water',
      '2022-04-15',
      'Ingrid Dole confesses before the harbor. Maren takes the pilot’s chair.',
      'Ingrid confesses from the sea wall. Maren takes the pilot’s chair and the wheel, and brings the first ferry in.',
    ),
    {
      id: 90109,
      name: 'A Light at Christmas',
      season: 1,
      number: null,
      type: 'significant_special',
      airdate: '2021-12-20',
      summary: '<p>A signal lamp burns on the empty skerry. Maren rows out alone.</p>',
    },
    {
      id: 90110,
      name: 'The Making of The Salt Line',
      season: 1,
      number: null,
      type: 'insignificant_special',
      airdate: '2021-02-20',
      summary: '<p>Behind the scenes.</p>',
    },
  ],
};

/** One of the same name, from another time and place. */
const SALT_LINE_1988: InventedShow = {
  id: 902,
  imdb: null,
  name: 'The Salt Line',
  premiered: '1988-01-04',
  ended: '1988-02-01',
  status: 'Ended',
  network: 'TV Norge',
  country: 'Norway',
  akas: [],
  summary: null,
  episodes: [
    episode(90201, '1x1', 'Part One', '1988-01-04', 'A trawler does not come back.'),
    episode(90202, '1x2', 'Part Two', '1988-01-11', 'Its nets do.'),
  ],
};

const RUNNING: InventedShow = {
  id: 903,
  imdb: 'tt9000903',
  name: 'Night Ferry',
  premiered: '2025-01-10',
  ended: null,
  status: 'Running',
  network: 'Meridian',
  country: 'Canada',
  akas: [],
  summary: '<p>After the mutiny, Captain Osei keeps the ferry running.</p>',
  episodes: [
    episode(
      90301,
      '1x1',
      'Boarding',
      '2025-01-10',
      'The night ferry takes on one passenger too many.',
    ),
    episode(90302, '1x2', 'Open Sea', '2025-01-17', 'The radio answers in Osei’s own voice.'),
    episode(90303, '1x3', 'TBA', '', null),
  ],
};

const WORLD: readonly InventedShow[] = [
  {
    id: 904,
    imdb: null,
    name: '潮の館',
    premiered: '2016-04-02',
    ended: '2016-04-09',
    status: 'Ended',
    network: 'Umi TV',
    country: 'Japan',
    akas: ['House of Tides'],
    summary: null,
    episodes: [
      episode(90401, '2016x1', '第一夜', '2016-04-02', '灯台守の娘が帰ってくる。'),
      episode(90402, '2016x2', '第二夜', '2016-04-09', '父は海にいなかった。'),
    ],
  },
  {
    id: 905,
    imdb: null,
    name: 'بيت المد',
    premiered: '2018-05-17',
    ended: '2018-05-17',
    status: 'Ended',
    network: 'قناة البحر',
    country: 'Egypt',
    akas: [],
    summary: null,
    episodes: [episode(90501, '1x1', 'الليلة الوحيدة', '2018-05-17', 'تعود ابنة حارس المنارة.')],
  },
  {
    id: 906,
    imdb: null,
    name: 'Not Yet Afloat',
    premiered: null,
    ended: null,
    status: 'In Development',
    network: 'Meridian',
    country: 'Canada',
    akas: [],
    summary: '<p>A drydock drama.</p>',
    episodes: [],
  },
  {
    id: 907,
    imdb: null,
    name: 'Twice Told',
    premiered: '2020-01-01',
    ended: '2020-01-15',
    status: 'Ended',
    network: 'Channel Five',
    country: 'Ireland',
    akas: [],
    summary: null,
    episodes: [
      episode(90701, '1x1', 'Homecoming', '2020-01-01', 'Una leaves the key under the slate.'),
      episode(90702, '1x2', 'Homecoming', '2020-01-08', 'Una finds the key moved.'),
      episode(90703, '1x3', null, '2020-01-15', null),
    ],
  },
];

/** Seventy-three episodes in eight seasons, as many as a well-known show has. */
const SEVENTY_THREE = longShow({
  id: 908,
  name: 'The Long Watch',
  seasons: [10, 10, 10, 10, 10, 10, 7, 6],
  start: '2011-04-17',
});

/** Whatever `npm run demo:sources` and the tests know. */
export const INVENTED_SHOWS: readonly InventedShow[] = [
  SALT_LINE,
  SALT_LINE_1988,
  RUNNING,
  ...WORLD,
  SEVENTY_THREE,
];

/** The running show some weeks later: the third episode is out, and a fourth is announced. */
export const NIGHT_FERRY_LATER: InventedShow = {
  ...RUNNING,
  episodes: [
    ...RUNNING.episodes.slice(0, 2),
    episode(
      90303,
      '1x3',
      'The Second Lamp',
      '2025-01-24',
      'Osei lights the lamp that drowned him.',
    ),
    episode(90304, '1x4', 'TBA', dayAfter('2025-01-24', 7), null),
  ],
};
