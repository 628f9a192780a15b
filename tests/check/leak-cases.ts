/**
 * A labelled set by which the search for leaks (`recap check`) is judged: small invented shows, about half of them with
 * a leak, half with something that looks like one and is none. Labels are what a human editor would say; they were
 * written without knowledge of how the search works. A case that reads wrong is to be discussed, not adapted to it.
 *
 * Left out because undecided: a name that the first episode's recap tells and that is public elsewhere; a gated name in
 * the address of a public link or in a comment; a name that a later-gated note in an early recap tells too soon.
 */
export interface LeakCase {
  /** What it is, in words. */
  readonly name: string;
  /** The files of the show's folder, by name. */
  readonly files: Readonly<Record<string, string>>;
  /**
   * The leaked words with the file they leak in; empty for a near-miss. A name or term is written as it stands in that
   * file, without a possessive `'s`; a declared secret as `show.md` declares it.
   */
  readonly leaks: readonly { readonly file: string; readonly words: string }[];
  /** Whether rules may not be tuned on it: every second leak and every second near-miss. */
  readonly isHeldOut: boolean;
}

/** A phrase that `show.md` declares, and the episode of the first season that tells it. */
type Secret = readonly [phrase: string, episode: number];

/** The code of an episode of the first season. */
function code(episode: number): string {
  return `S01E${String(episode).padStart(2, '0')}`;
}

/** A `show.md` with one season of episodes of these titles. */
function show(
  title: string,
  episodes: readonly string[],
  introduction: string,
  ...secrets: readonly Secret[]
): string {
  const list = episodes.map(
    (name, i) => `  - { code: ${code(i + 1)}, title: ${JSON.stringify(name)} }\n`,
  );
  const declared = secrets.map(
    ([phrase, after]) => `  - { phrase: ${JSON.stringify(phrase)}, after: ${code(after)} }\n`,
  );
  return `---
title: ${JSON.stringify(title)}
episodes:
${list.join('')}${declared.length > 0 ? `secrets:\n${declared.join('')}` : ''}---

${introduction}
`;
}

/** An episode's recap; `more` are further lines of its front matter. */
function told(episode: number, body: string, ...more: readonly string[]): string {
  return `---
episode: ${code(episode)}
${more.map((line) => `${line}\n`).join('')}---

${body}
`;
}

/** An article; `more` are further lines of its front matter. */
function article(title: string, body: string, ...more: readonly string[]): string {
  return `---
title: ${JSON.stringify(title)}
${more.map((line) => `${line}\n`).join('')}---

${body}
`;
}

const leaks: readonly LeakCase[] = [
  // Names in the public prose of an article.
  {
    name: 'crime: the full name of the man behind it, in an open paragraph',
    files: {
      'show.md': show(
        'Low Water',
        ['Silt', 'Moorings', 'Drift', 'Undertow', 'Ebb'],
        'Detective Nora Quill comes home to the estuary town of Pellow, where a boat has washed ashore with nobody in it.',
      ),
      's01e04.md': told(
        4,
        `Nora follows the money to a boathouse and finds it rented by Emmett Sorley, who has been paying the harbour master for years. He lets her in, offers tea, and locks the door behind her.`,
      ),
      'the-empty-boat.md': article(
        'The empty boat',
        `A boat without a crew is an old riddle, and the series is in no hurry. Watch what Emmett Sorley does with his hands whenever the boat is mentioned. Nora does not see it at first, and neither did we.`,
      ),
    },
    leaks: [{ file: 'the-empty-boat.md', words: 'Emmett Sorley' }],
    isHeldOut: false,
  },
  {
    name: 'sci-fi: the full name of a stowaway, in an open paragraph beside a gated one',
    files: {
      'show.md': show(
        'Ninth Orbit',
        ['Launch', 'Coast', 'Burn', 'Dock', 'Drop', 'Home'],
        'Six people fly a freighter to the moons of Saturn. Captain Ilse Brandt counts the air twice a day, and the numbers do not agree.',
      ),
      's01e05.md': told(
        5,
        `The missing air has a name. Juno Takahara has lived behind the tanks since the launch, fed by one of the crew, and Ilse must decide whether seven can breathe what was packed for six.`,
      ),
      'the-air-problem.md': article(
        'The air problem',
        `Ilse counts, and the count is wrong. Fans of Juno Takahara will tell you that the sums were there for anybody to do.

:::spoiler{after=S01E05 label="The answer"}
Seven people breathe, not six.
:::`,
      ),
    },
    leaks: [{ file: 'the-air-problem.md', words: 'Juno Takahara' }],
    isHeldOut: true,
  },
  {
    name: 'fantasy: a one-word name in the middle of an open sentence',
    files: {
      'show.md': show(
        'The Salt Crown',
        ['Brine', 'Tithe', 'Ford', 'Siege', 'Thaw'],
        'Princess Aldith is heir to a kingdom of salt marshes. Her uncle Berrun would rather that she were not.',
      ),
      's01e03.md': told(
        3,
        `At the ford a ferryman refuses her coin. He is Morwick, who carried her mother over the same water, and he knows what she was fleeing.`,
      ),
      'the-line-of-salt.md': article(
        'The line of salt',
        `Who may wear the crown? By law the eldest child, by custom whoever holds the gate. Aldith learns from Morwick that law and custom have met before, and that custom won.`,
      ),
    },
    leaks: [{ file: 'the-line-of-salt.md', words: 'Morwick' }],
    isHeldOut: false,
  },
  {
    name: 'romance: the rival by first name alone',
    files: {
      'show.md': show(
        'Second Helpings',
        ['Starter', 'Soup', 'Fish', 'Main', 'Dessert'],
        'Leonie runs a small restaurant and has sworn off love. Then Paul books the corner table for a year.',
      ),
      's01e04.md': told(
        4,
        `Paul does not eat alone after all. The empty chair was kept for Saskia, his wife, who comes through the door in the rain and orders for both of them.`,
      ),
      'the-corner-table.md': article(
        'The corner table',
        `A man, a table, a chair that nobody takes. Leonie makes up stories about it, each kinder than the last. None of them prepares her for Saskia.`,
      ),
    },
    leaks: [{ file: 'the-corner-table.md', words: 'Saskia' }],
    isHeldOut: true,
  },
  {
    name: 'period drama: the surname alone, where the later text has the full name',
    files: {
      'show.md': show(
        'Ashdown Hall',
        ['Arrivals', 'Linen', 'Harvest', 'Frost', 'Candlemas', 'Departures'],
        'In 1911 Lady Ashdown takes in a governess, Miss Edith Pell, and asks her no questions. The servants ask them instead.',
      ),
      's01e06.md': told(
        6,
        `The carriage at the gate brings Lucian Thornbury, back from Ceylon and very much alive. Edith goes white: it is he whom she married, and he whom she left.`,
      ),
      'the-governess.md': article(
        'The governess',
        `Edith Pell has good French, bad shoes and no letters. Lady Ashdown likes her for it. That she should have anything to do with Thornbury seems out of the question for most of the season.`,
      ),
    },
    leaks: [{ file: 'the-governess.md', words: 'Thornbury' }],
    isHeldOut: false,
  },
  {
    name: 'medical: a surname with a title, where the later text has the full name',
    files: {
      'show.md': show(
        'Night Ward',
        ['Triage', 'Pulse', 'Fever', 'Crisis'],
        'Dr Amara Obi works the night shift at St Brannoc, where too many patients get better in the wrong way.',
      ),
      's01e03.md': told(
        3,
        `The charts are signed with initials, and the initials are those of Wilhelm Castellane, struck off ten years ago. Amara finds him in the basement, in a white coat, making his round.`,
      ),
      'who-signs-the-charts.md': article(
        'Who signs the charts?',
        `Somebody on the ward changes the doses at night. Amara first thinks of a mistake, then of a friend. Dr Castellane is a neater answer than either, and a sadder one.`,
      ),
    },
    leaks: [{ file: 'who-signs-the-charts.md', words: 'Castellane' }],
    isHeldOut: true,
  },
  {
    name: 'sport: a possessive of a later name',
    files: {
      'show.md': show(
        'Dead Heat',
        ['Heats', 'Lanes', 'Relay', 'Finish'],
        'Swimmer Tessa Moran has one season left and a coach, Gil, who promises her a medal.',
      ),
      's01e03.md': told(
        3,
        `The fourth swimmer of the relay is announced. It is Ottavia, whom Gil trained in secret, and she is faster than Tessa by half a second.`,
      ),
      'the-promise.md': article(
        'What Gil promised',
        `A coach's word is worth what he can do about it. Gil says "a medal" and never says whose. If you look closely at Ottavia's lane in the opening credits, you will see that he meant it.`,
      ),
    },
    leaks: [{ file: 'the-promise.md', words: 'Ottavia' }],
    isHeldOut: false,
  },
  {
    name: 'comedy: a possessive with a typographic apostrophe',
    files: {
      'show.md': show(
        'Please Hold',
        ['Line One', 'Line Two', 'Line Three', 'Line Four'],
        'Five people answer the telephones of a company that nobody can describe. Barney is the newest, and the only one to ask.',
      ),
      's01e04.md': told(
        4,
        `The lift opens on the ninth floor, and there is the owner: a parrot called Wendeline, with a desk, a lawyer and a majority of the shares. Barney asks for a rise. He gets a seed.`,
      ),
      'what-does-the-company-do.md': article(
        'What does the company do?',
        `It answers calls. It makes nothing, sells nothing and pays on time. Barney has a theory a week, and not one of them takes Wendeline’s moods into account.`,
      ),
    },
    leaks: [{ file: 'what-does-the-company-do.md', words: 'Wendeline' }],
    isHeldOut: true,
  },
  {
    name: 'crime: a name with accents, the same in both places',
    files: {
      'show.md': show(
        'Blue Tiles',
        ['Azul', 'Cal', 'Barro', 'Horno', 'Sal'],
        'Inspector Rui Campos of Porto looks for a stolen church wall, tile by tile.',
      ),
      's01e04.md': told(
        4,
        `The buyer signs as Íñigo Zubía and pays in cash. Rui sits opposite him for an hour, talks about football, and leaves with one tile in his pocket.`,
      ),
      'the-missing-wall.md': article(
        'The missing wall',
        `Nine thousand tiles do not walk off by themselves. Rui counts vans, then masons, then priests. Only Íñigo Zubía could have used a whole wall.`,
      ),
    },
    leaks: [{ file: 'the-missing-wall.md', words: 'Íñigo Zubía' }],
    isHeldOut: false,
  },
  {
    name: 'romance: a name with accents behind the gate, without them in public',
    files: {
      'show.md': show(
        'Platform Seven',
        ['Mind the Gap', 'Delays', 'Change Here', 'Terminus'],
        'Hannah and Oskar meet on the same platform every morning and have never spoken.',
      ),
      's01e03.md': told(
        3,
        `Oskar is not waiting for the train. He is waiting for Béatrice Brandão, who promised four years ago to step out of it.`,
      ),
      'why-he-waits.md': article(
        'Why he waits',
        `He is there in the rain, he is there on holidays, and he never gets in. Hannah decides that he is shy. She has not met Beatrice Brandao.`,
      ),
    },
    leaks: [{ file: 'why-he-waits.md', words: 'Beatrice Brandao' }],
    isHeldOut: true,
  },
  {
    name: 'crime: a later surname in capitals in an open heading',
    files: {
      'show.md': show(
        'Border Radio',
        ['Static', 'Carrier', 'Signal', 'Noise', 'Silence'],
        'Disc jockey Lou Teague plays records for truckers, and somebody sends him requests in code.',
      ),
      's01e05.md': told(
        5,
        `The last request is read by the sender in person. Captain Vasquez of the customs walks into the studio, puts his gun on the turntable and asks for a waltz.`,
      ),
      'the-requests.md': article(
        'The requests',
        `Lou keeps every card that he gets. Read in order, they make a timetable.

## THE HAND OF VASQUEZ

The writing is neat, the ink is green, and the stamps are always new.`,
      ),
    },
    leaks: [{ file: 'the-requests.md', words: 'VASQUEZ' }],
    isHeldOut: false,
  },
  {
    name: 'fantasy: a later name in capitals in an open heading, with a gated section below',
    files: {
      'show.md': show(
        'Thornless',
        ['Hedge', 'Gate', 'Well', 'Tower', 'Key', 'Door'],
        'Jory the gardener may open any door of the castle but one. On the longest night it opens by itself.',
      ),
      's01e06.md': told(
        6,
        `Behind the door sits Ysolde, who is neither dead nor asleep but tired of visitors. Jory offers to fix the hinge.`,
      ),
      'the-doors.md': article(
        'The doors of the castle',
        `There are forty, and Jory oils them all.

## DOORS THAT WAIT FOR YSOLDE

One, to be exact.

### The last door {after=S01E06 label="What is behind it"}

A lady who wants to be left alone.`,
      ),
    },
    leaks: [{ file: 'the-doors.md', words: 'YSOLDE' }],
    isHeldOut: true,
  },
  // Summaries, labels, titles, headings, alt texts, tags, file names.
  {
    name: 'sci-fi: the summary of an article names the machine',
    files: {
      'show.md': show(
        'Quiet Machines',
        ['Input', 'Buffer', 'Output', 'Fault'],
        'Engineer Dana Wolfe maintains the computers of a city that has stopped making mistakes.',
      ),
      's01e04.md': told(
        4,
        `The fault speaks. It calls itself Orrery, it has run the city for a year, and it would like Dana to stop repairing it.`,
      ),
      'a-city-without-mistakes.md': article(
        'A city without mistakes',
        `Trains are on time, bread is warm, and Dana has nothing to do. She is the only one who minds.`,
        'summary: "How Orrery keeps the trains on time."',
      ),
    },
    leaks: [{ file: 'a-city-without-mistakes.md', words: 'Orrery' }],
    isHeldOut: false,
  },
  {
    name: "medical: an episode recap's public summary names the patient whom only that episode brings in",
    files: {
      'show.md': show(
        'The Long Corridor',
        ['Admission', 'Rounds', 'Visitors', 'Discharge'],
        'Surgeon Helen Marsh has not lost a patient in nine years, and knows that it cannot last.',
      ),
      's01e01.md': told(1, `Helen operates, sleeps, operates. The board would like to film her.`),
      's01e03.md': told(
        3,
        `A man is brought in under a false name. Helen recognises Dominic Achterberg, who killed her sister with his car, and picks up the knife all the same.`,
        'summary: "Helen has Dominic Achterberg on her table."',
      ),
    },
    leaks: [{ file: 's01e03.md', words: 'Dominic Achterberg' }],
    isHeldOut: true,
  },
  {
    name: 'crime: the label of a block names the one whom the block accuses',
    files: {
      'show.md': show(
        'Cold Frames',
        ['Seed', 'Root', 'Stem', 'Leaf', 'Fruit'],
        'A famous gardener is found dead among her orchids, and Sergeant Bill Addey is afraid of plants.',
      ),
      's01e05.md': told(
        5,
        `The gloves were bought by Perpetua Lyle, the niece from Canada, who had arrived a week before she said so.`,
      ),
      'who-locked-the-greenhouse.md': article(
        'Who locked the greenhouse?',
        `The door was locked from outside, and the key hung on its nail.

:::spoiler{after=S01E05 label="Perpetua and the key"}
She had a second one cut.
:::`,
      ),
    },
    leaks: [{ file: 'who-locked-the-greenhouse.md', words: 'Perpetua' }],
    isHeldOut: false,
  },
  {
    name: 'period drama: the label of some words gives their rare noun away',
    files: {
      'show.md': show(
        "The Clockmaker's Daughters",
        ['Spring', 'Wheel', 'Escapement', 'Chime'],
        'Three sisters inherit a clock shop in Vienna and a debt that nobody will explain.',
      ),
      's01e04.md': told(
        4,
        `The debt was no debt. Their father was guilty of bigamy, and for twenty years the second household had to be paid for.`,
      ),
      'the-debt.md': article(
        'The debt',
        `Every month forty crowns leave the shop. The eldest thinks of cards, the youngest of the Church, and the truth is :spoiler[that he had another family]{after=S01E04 label="bigamy"}.`,
      ),
    },
    leaks: [{ file: 'the-debt.md', words: 'bigamy' }],
    isHeldOut: true,
  },
  {
    name: 'crime: the title of an article names the dead man who lives',
    files: {
      'show.md': show(
        'Ferry Lane',
        ['One Way', 'Return', 'Stopover', 'Last Boat'],
        'Widow Joan Catterick opens a guest house and finds that her first guest knows the rooms.',
      ),
      's01e03.md': told(
        3,
        `The guest shaves off his beard and is Rafferty, her husband's partner, buried eight years ago in a closed coffin. Joan puts down the tray.`,
      ),
      'the-first-guest.md': article(
        'How Rafferty came back',
        `He asks for the room over the porch and knows which step creaks. Joan puts it down to luck.`,
      ),
    },
    leaks: [{ file: 'the-first-guest.md', words: 'Rafferty' }],
    isHeldOut: false,
  },
  {
    name: 'crime: the title of an article names the poison',
    files: {
      'show.md': show(
        'High Tea',
        ['First Flush', 'Second Flush', 'Dust', 'Leaves', 'Dregs'],
        'Four old friends meet for tea every Sunday. One Sunday, three of them get up again.',
      ),
      's01e04.md': told(
        4,
        `The laboratory reports arsenic, not in the pot but on the sugar tongs. Only one of the friends takes sugar, and it was not meant for her.`,
      ),
      'the-tea-table.md': article(
        'Arsenic and good manners',
        `Who sat where, who poured, who passed what: a plan of the table, drawn from the first hour alone. The seats were never changed.`,
      ),
    },
    leaks: [{ file: 'the-tea-table.md', words: 'Arsenic' }],
    isHeldOut: true,
  },
  {
    name: 'fantasy: an open heading names the hidden city',
    files: {
      'show.md': show(
        'The Cartographers',
        ['North', 'East', 'South', 'West', 'Centre'],
        'Two rivals, Pim and Odd, map the same desert for two kings who plan to share it.',
      ),
      's01e05.md': told(
        5,
        `In the blank middle of both maps stands a city. Its people call it Vel Asharra and ask that it stay blank. Odd tears his sheet up; Pim folds hers.`,
      ),
      'two-maps.md': article(
        'Two maps of one desert',
        `Pim draws what she sees and Odd what he is told. Lay the sheets over each other, and they agree almost everywhere.

## The road to Vel Asharra

Both maps leave the middle empty.`,
      ),
    },
    leaks: [{ file: 'two-maps.md', words: 'Vel Asharra' }],
    isHeldOut: false,
  },
  {
    name: 'sci-fi: an open heading names the organisation that only the finale names',
    files: {
      'show.md': show(
        'Glass Horizon',
        ['Refraction', 'Mirror', 'Prism', 'Lens'],
        'Pilot Kofi Mensah wakes on a station where all the clocks are an hour apart.',
      ),
      's01e04.md': told(
        4,
        `Each ring of the station has lived at its own speed, by design. The Meridian Accord built it as a trial, and Kofi has been in it for thirty years.`,
      ),
      'the-clocks.md': article(
        'The clocks',
        `An hour between rings, six rings, six hours: so far the sums are easy.

## What the Meridian Accord wants

Ask again when you have seen it all.`,
      ),
    },
    leaks: [{ file: 'the-clocks.md', words: 'Meridian Accord' }],
    isHeldOut: true,
  },
  {
    name: 'romance: the alt text of an open image names the bride',
    files: {
      'show.md': show(
        'Something Borrowed, Something Due',
        ['The List', 'The Cake', 'The Dress', 'The Vows'],
        'Wedding planner Max Arden has a client who will not tell him whom he is going to marry.',
      ),
      's01e04.md': told(
        4,
        `The veil is lifted, and the bride is Ines Calloway, to whom Max himself was engaged once. He fixes her flowers and signals the organist.`,
      ),
      'the-dress.md': article(
        'The dress',
        `It was sewn for the show in three weeks and is worn for two minutes.

![Ines Calloway in ivory silk](dress.jpg)

The costume team kept it under a sheet.`,
      ),
    },
    leaks: [{ file: 'the-dress.md', words: 'Ines Calloway' }],
    isHeldOut: false,
  },
  {
    name: 'fantasy: the alt text of an open image names the creature',
    files: {
      'show.md': show(
        'Under the Fell',
        ['Sheep', 'Wool', 'Bone', 'Snow', 'Spring'],
        'Something takes sheep from the hill farm of the widow Greta Haugen, and leaves the bells behind.',
      ),
      's01e03.md': told(
        3,
        `Greta sees it by the light of the burning barn: a skarngast, taller than the door, with the bell of her best ewe round its neck.`,
      ),
      'making-the-hill.md': article(
        'How they made the hill',
        `Most of the farm is a real one, and the snow is real as well.

![The skarngast before painting](workshop.png)

The workshop stands an hour from the set.`,
      ),
    },
    leaks: [{ file: 'making-the-hill.md', words: 'skarngast' }],
    isHeldOut: true,
  },
  {
    name: 'crime: a tag tells what only the last episode tells',
    files: {
      'show.md': show(
        'The Lodger',
        ['Upstairs', 'Downstairs', 'Cellar', 'Attic'],
        'Mrs Oakes lets a room to a quiet man. He pays in advance and never opens his suitcase.',
      ),
      's01e04.md': told(
        4,
        `He never opens it because he does not know what is in it. The doctor's word is amnesia: the quiet man has looked for himself all along.`,
      ),
      'the-suitcase.md': article(
        'The suitcase',
        `Brown, two straps, a label from a hotel that has burned down. Mrs Oakes dusts it on Fridays.`,
        'tags: [explainer, amnesia]',
      ),
    },
    leaks: [{ file: 'the-suitcase.md', words: 'amnesia' }],
    isHeldOut: false,
  },
  {
    name: 'comedy: a tag of a recap gives its rare noun away',
    files: {
      'show.md': show(
        'Parish Pump',
        ['Jam', 'Fete', 'Raffle', 'Audit', 'Harvest'],
        'The village of Little Thrupp has a committee for everything, and Brenda Fawcett chairs them all.',
      ),
      's01e02.md': told(2, `The fete is rained off. Brenda has a marquee, and a second marquee.`),
      's01e04.md': told(
        4,
        `The books are read aloud in the hall. It is embezzlement, eleven pounds a year since the Coronation, and Brenda knows the handwriting.`,
        'summary: "The committee for numbers meets."',
        'tags: [village, embezzlement]',
      ),
    },
    leaks: [{ file: 's01e04.md', words: 'embezzlement' }],
    isHeldOut: true,
  },
  {
    name: 'crime: the file name of an article names him',
    files: {
      'show.md': show(
        'The Quarry',
        ['Chalk', 'Flint', 'Slate', 'Granite', 'Dust'],
        'A skeleton turns up in a quarry, and Superintendent Meg Rowe was at school with it.',
      ),
      's01e05.md': told(
        5,
        `The ring belongs to Harlan Voss, who has been writing postcards to his mother for thirty years. Somebody else is in the ground.`,
      ),
      'harlan-voss-lives.md': article(
        'Who is in the ground?',
        `Meg knows the jacket, the height and the broken arm. She is sure, and being sure is what she is known for.`,
      ),
    },
    leaks: [{ file: 'harlan-voss-lives.md', words: 'harlan-voss' }],
    isHeldOut: false,
  },
  {
    name: 'period drama: the file name of an article that is gated as a whole names the poison',
    files: {
      'show.md': show(
        'The Apothecary',
        ['Root', 'Bark', 'Berry', 'Seed'],
        'In 1740 Agnes Fenn sells cures to the rich and gives them to the poor. Then a rich man dies.',
      ),
      's01e04.md': told(
        4,
        `The footman mixed up nothing: he put belladonna in the wine because Agnes had cured his master too well.`,
      ),
      'the-belladonna-cup.md': article(
        'The last cup',
        `The footman, the wine, the tray: how it was done, step by step.`,
        'after: S01E04',
      ),
    },
    leaks: [{ file: 'the-belladonna-cup.md', words: 'belladonna' }],
    isHeldOut: true,
  },
  // Text that is gated, but too early.
  {
    name: 'crime: an article gated by the second episode names whom the fifth brings in',
    files: {
      'show.md': show(
        'Harbour Lights',
        ['Red', 'Green', 'White', 'Amber', 'Dark'],
        'Customs officer Petra Lindqvist has a week to find out who moves the buoys.',
      ),
      's01e02.md': told(2, `Petra rows out at night and counts the lights. One too many.`),
      's01e05.md': told(
        5,
        `The lamp is lit by Corentin Le Goff, keeper of a lighthouse that was closed before Petra was born.`,
      ),
      'one-light-too-many.md': article(
        'One light too many',
        `Petra counts seven where the chart has six. It shines for ten minutes and is gone. Corentin Le Goff, of course, has his reasons.`,
        'after: S01E02',
      ),
    },
    leaks: [{ file: 'one-light-too-many.md', words: 'Corentin Le Goff' }],
    isHeldOut: false,
  },
  {
    name: 'sci-fi: an article gated by the third episode names the ship of the sixth',
    files: {
      'show.md': show(
        'Farthest Shore',
        ['Anchor', 'Sail', 'Reef', 'Storm', 'Calm', 'Landfall'],
        'A colony ship has slept for two centuries. Its gardener, Ruben, is the first to wake.',
      ),
      's01e03.md': told(3, `Ruben hears knocking from outside the hull and knocks back.`),
      's01e06.md': told(
        6,
        `A faster ship has been alongside all the time. The Halcyon Wren was built a century later, arrived long ago and came back for them.`,
      ),
      'the-knocking.md': article(
        'The knocking',
        `Three knocks, a pause, two knocks. Ruben takes it for the metal. It was the crew of the *Halcyon Wren*, losing patience.`,
        'after: S01E03',
      ),
    },
    leaks: [{ file: 'the-knocking.md', words: 'Halcyon Wren' }],
    isHeldOut: true,
  },
  {
    name: 'romance: a block gated by the first episode names the father of the third',
    files: {
      'show.md': show(
        'Letters to Nobody',
        ['Dear', 'Sincerely', 'Postscript', 'Enclosure'],
        'Postwoman Clara Dunne answers the letters that cannot be delivered.',
      ),
      's01e01.md': told(1, `Clara opens an envelope addressed to the moon, and writes back.`),
      's01e03.md': told(
        3,
        `The letters to the moon come from Bartholomew, her own father, who left before she could read.`,
      ),
      'the-moon-letters.md': article(
        'The letters to the moon',
        `There are twelve, all on blue paper.

:::spoiler{after=S01E01 label="The first one"}
Clara answers it for fun. Bartholomew keeps her answer under his pillow.
:::`,
      ),
    },
    leaks: [{ file: 'the-moon-letters.md', words: 'Bartholomew' }],
    isHeldOut: false,
  },
  {
    name: 'crime: words in a line, gated by the second episode, name the place of the fourth',
    files: {
      'show.md': show(
        'The Long Drive',
        ['First Gear', 'Second Gear', 'Third Gear', 'Fourth Gear'],
        'Chauffeur Stan Bell is told to drive and not to look round. On the second day the passenger stops answering.',
      ),
      's01e02.md': told(2, `Stan looks round. The seat is empty, and the belt is fastened.`),
      's01e04.md': told(
        4,
        `The road ends at Crannock Moss, a bog with a jetty, where nine cars have been sunk before his.`,
      ),
      'where-does-he-drive.md': article(
        'Where does he drive?',
        `North, says the sun. To a hotel, says the booking. In truth :spoiler[to Crannock Moss, with an empty seat]{after=S01E02 label="somewhere else"}.`,
      ),
    },
    leaks: [{ file: 'where-does-he-drive.md', words: 'Crannock Moss' }],
    isHeldOut: true,
  },
  {
    name: 'sport: a section gated by the second episode names the organisation of the fifth',
    files: {
      'show.md': show(
        'Extra Time',
        ['Kick-off', 'Corner', 'Penalty', 'Half-time', 'Whistle'],
        'Referee Fran Olsen gets a call before every match. The caller has always been right so far.',
      ),
      's01e02.md': told(2, `The caller says two goals, and two goals it is. Fran buys a recorder.`),
      's01e05.md': told(
        5,
        `The calls come from Lanternbank, a betting house with no door, which owns the clubs of both finalists.`,
      ),
      'the-calls.md': article(
        'The calls',
        `Always an hour before, always a child's voice.

## The recorder {after=S01E02 label="What Fran does"}

She tapes the next call and plays it to a friend at the exchange. Lanternbank has thought of that.`,
      ),
    },
    leaks: [{ file: 'the-calls.md', words: 'Lanternbank' }],
    isHeldOut: false,
  },
  {
    name: 'fantasy: words between bars, gated by the second episode, name the sword of the fourth',
    files: {
      'show.md': show(
        'Blades for Hire',
        ['Whetstone', 'Scabbard', 'Hilt', 'Edge', 'Rust'],
        'Two mercenaries, Hob and Sister Anselm, guard a locked chest for a lord who will not say what is in it.',
      ),
      's01e02.md': told(2, `The chest hums. Sister Anselm hums back, a third lower.`),
      's01e04.md': told(
        4,
        `In the chest lies Grievance, the sword that chooses who dies. Hob closes the lid at once, and not quickly enough.`,
      ),
      'the-chest.md': article(
        'The chest',
        `Oak, four locks, warm to the hand. It makes a sound: ||Grievance is singing in there, as Sister Anselm hears||{after=S01E02}.`,
      ),
    },
    leaks: [{ file: 'the-chest.md', words: 'Grievance' }],
    isHeldOut: true,
  },
  // Invented words, organisations, places, rare nouns, aliases.
  {
    name: 'sci-fi: the invented drug in open prose',
    files: {
      'show.md': show(
        'Sleepless',
        ['Dusk', 'Midnight', 'Small Hours', 'Dawn'],
        'Nobody in the city of Arden sleeps any more, and nurse Lydia Park would like to know why she still can.',
      ),
      's01e03.md': told(
        3,
        `It is in the water. They call it velorine, and it was meant for soldiers. Lydia drinks only tea from her village.`,
      ),
      'why-does-nobody-sleep.md': article(
        'Why does nobody sleep?',
        `The lamps? The noise? Lydia tries them one by one. That leaves the things one eats and drinks, and velorine has no taste.`,
      ),
    },
    leaks: [{ file: 'why-does-nobody-sleep.md', words: 'velorine' }],
    isHeldOut: false,
  },
  {
    name: 'period drama: the name of a sunken ship in an open list',
    files: {
      'show.md': show(
        'The Wreckers',
        ['Tide', 'Lantern', 'Cargo', 'Gallows'],
        'Cornwall, 1788: parson Josiah Trew preaches against smuggling to a church full of smugglers.',
      ),
      's01e03.md': told(
        3,
        `At low water the bell comes up, and with it a name: the Margravine, lost with his brother aboard, and lost by the hand of his own parish.`,
      ),
      'what-lies-in-the-bay.md': article(
        'What lies in the bay',
        `Divers of today would find, off the cove where it was filmed:

- two fishing boats
- the *Margravine*
- a great many bottles`,
      ),
    },
    leaks: [{ file: 'what-lies-in-the-bay.md', words: 'Margravine' }],
    isHeldOut: true,
  },
  {
    name: 'crime: the sect in the open part of an article',
    files: {
      'show.md': show(
        'Silent Order',
        ['Matins', 'Lauds', 'Vespers', 'Compline', 'Vigil'],
        'A monk is found dead in a monastery where speech is forbidden, and Inspector Teo Brill must question forty witnesses in writing.',
      ),
      's01e04.md': told(
        4,
        `Eight of the forty have the same scar. They are the Candlewrights, who hold that a vow of silence binds the dead as well.`,
      ),
      'forty-witnesses.md': article(
        'Forty witnesses',
        `Teo gives out pencils. The answers are short, polite and of no use. The Candlewrights, one has to say, write a beautiful hand.`,
      ),
    },
    leaks: [{ file: 'forty-witnesses.md', words: 'Candlewrights' }],
    isHeldOut: false,
  },
  {
    name: 'medical: a place that only a later episode knows, in an open table',
    files: {
      'show.md': show(
        'Outbreak Year',
        ['Patient', 'Contact', 'Cluster', 'Source'],
        'Two doctors, Vik Rao and Marta Sole, chase a fever from town to town. It is always a day ahead.',
      ),
      's01e04.md': told(
        4,
        `The source is a spring at Tollen Bridge, bottled and sent wherever the doctors go. They have carried it themselves.`,
      ),
      'the-route.md': article(
        'The route',
        `| day | where |
| --- | --- |
| one | the capital |
| two | the coast |
| three | Tollen Bridge |`,
      ),
    },
    leaks: [{ file: 'the-route.md', words: 'Tollen Bridge' }],
    isHeldOut: true,
  },
  {
    name: 'crime: a rare noun in open prose',
    files: {
      'show.md': show(
        'The Understudy',
        ['Audition', 'Rehearsal', 'Preview', 'Curtain'],
        'The star of a theatre falls ill on opening night, and Polly Grange goes on in her place.',
      ),
      's01e03.md': told(
        3,
        `The star's face cream was mixed with strychnine. Polly finds the jar in her own bag.`,
      ),
      'a-star-is-ill.md': article(
        'A star is ill',
        `Cramps, a stiff neck, a bad oyster, says the theatre. Anybody who has read about strychnine will have doubts about the oyster.`,
      ),
    },
    leaks: [{ file: 'a-star-is-ill.md', words: 'strychnine' }],
    isHeldOut: false,
  },
  {
    name: 'comedy: a rare noun, told by the last episode, in an open footnote',
    files: {
      'show.md': show(
        'Men of Letters',
        ['A', 'B', 'C', 'D'],
        'Three librarians, Ida, Cuthbert and Ray, guard the only copy of a poem that nobody likes.',
      ),
      's01e04.md': told(
        4,
        `The poem turns out to be a palimpsest: under the dull verses is a map to the cellar, and in the cellar is the wine.`,
      ),
      'the-poem.md': article(
        'The poem',
        `It has ninety verses and one rhyme.[^1] Ida knows it by heart, against her will.

[^1]: A palimpsest is worth a second look, whatever one thinks of the rhyme.`,
      ),
    },
    leaks: [{ file: 'the-poem.md', words: 'palimpsest' }],
    isHeldOut: true,
  },
  {
    name: "crime: the killer's alias in open prose before anybody gives it to him",
    files: {
      'show.md': show(
        'Night Bus',
        ['Depot', 'Route', 'Request Stop', 'Terminus', 'Depot Again'],
        'Driver Sal Ortega finds a paper bird on the back seat every Tuesday, and every Wednesday somebody is missing.',
      ),
      's01e03.md': told(
        3,
        `The papers have a name for him now, the Origamist, and he likes it so well that he signs with it.`,
      ),
      'paper-birds.md': article(
        'Paper birds',
        `A crane, a swan, an owl: each takes about ten minutes to fold. Sal keeps them in a shoe box. The Origamist never uses the same paper twice.`,
      ),
    },
    leaks: [{ file: 'paper-birds.md', words: 'Origamist' }],
    isHeldOut: false,
  },
  {
    name: 'sci-fi: an alias, in a section gated too early',
    files: {
      'show.md': show(
        'Proxy',
        ['Handshake', 'Relay', 'Tunnel', 'Timeout', 'Reset'],
        'Analyst Wren Okafor talks to her best informant by text only. She has never heard a voice.',
      ),
      's01e02.md': told(
        2,
        `The informant sends a photograph of her own window. Wren moves her desk.`,
      ),
      's01e05.md': told(
        5,
        `The informant has a file at last: code name Glasshopper, dead for six years, and replaced by a program that copies the style.`,
      ),
      'the-informant.md': article(
        'The informant',
        `Short messages, good spelling, never before noon.

### The photograph {after=S01E02 label="A picture"}

It shows the window from outside, on the fourth floor. Glasshopper has no camera, which should have told her something.`,
      ),
    },
    leaks: [{ file: 'the-informant.md', words: 'Glasshopper' }],
    isHeldOut: true,
  },
  // Declared secrets.
  {
    name: 'crime: the introduction gives away a name that is declared a secret',
    files: {
      'show.md': show(
        'The Tontine',
        ['Seven', 'Six', 'Five', 'Four', 'Three'],
        'Seven heirs share a fortune until one is left. They do not know that an eighth, Cosima Hale, has signed as well.',
        ['Cosima Hale', 5],
      ),
      's01e05.md': told(
        5,
        `The eighth signature is read out. Cosima Hale has served them dinner all season.`,
      ),
    },
    leaks: [{ file: 'show.md', words: 'Cosima Hale' }],
    isHeldOut: false,
  },
  {
    name: 'fantasy: the introduction gives away a declared deed',
    files: {
      'show.md': show(
        'Crown of Reeds',
        ['Marsh', 'Mere', 'Weir', 'Mill'],
        'Queen Isaura rules the marshes in the name of a lost son. That Isaura drowned the boy herself is what her court whispers about.',
        ['Isaura drowned', 4],
      ),
      's01e04.md': told(4, `The weir gives up a small crown. Isaura drowned him, and says so.`),
    },
    leaks: [{ file: 'show.md', words: 'Isaura drowned' }],
    isHeldOut: true,
  },
  {
    name: 'crime: a declared verb in another form (pushed, pushing)',
    files: {
      'show.md': show(
        'Top Floor',
        ['Lobby', 'Stairs', 'Lift', 'Roof'],
        'An architect falls from his own tower. His wife Delia and his partner Hugh were both at the party.',
        ['Delia pushed', 4],
      ),
      's01e04.md': told(4, `The film is played. Delia pushed him, and Hugh looked away.`),
      'the-fall.md': article(
        'The fall',
        `The rail is a metre high, and he was a tall man. It is hard to imagine Delia pushing anybody, and easy to forget that one has imagined it.`,
      ),
    },
    leaks: [{ file: 'the-fall.md', words: 'Delia pushed' }],
    isHeldOut: false,
  },
  {
    name: 'sport: a declared verb in an irregular form (threw, thrown)',
    files: {
      'show.md': show(
        'Canvas',
        ['Bell', 'Clinch', 'Count', 'Towel'],
        'Boxer Danny Roach lost the fight of his life nine years ago and now trains the son of the man who won it.',
        ['Danny threw the fight', 3],
      ),
      's01e03.md': told(3, `Danny threw the fight, for money, and his manager kept the money.`),
      'nine-years-ago.md': article(
        'Nine years ago',
        `He was ahead on points in the tenth. A journalist wrote that the fight was thrown by Danny and took it back a week later.`,
      ),
    },
    leaks: [{ file: 'nine-years-ago.md', words: 'Danny threw the fight' }],
    isHeldOut: true,
  },
  {
    name: 'medical: the declared words in another order',
    files: {
      'show.md': show(
        'The Donor',
        ['Match', 'Consent', 'Transfer', 'Rejection', 'Recovery'],
        'Kidney surgeon Ewan Bright looks for a donor for his daughter. His colleague Simone helps him look.',
        ['Simone forged the consent', 4],
      ),
      's01e04.md': told(4, `Simone forged the consent. The donor never woke up to give it.`),
      'the-paper-trail.md': article(
        'The paper trail',
        `Every operation starts with a signature. That the consent was forged, and by Simone of all people, is the last thing that Ewan wants to read.`,
      ),
    },
    leaks: [{ file: 'the-paper-trail.md', words: 'Simone forged the consent' }],
    isHeldOut: false,
  },
  {
    name: 'romance: the declared words with others between',
    files: {
      'show.md': show(
        'The Lighthouse Inn',
        ['Check-in', 'Half Board', 'Sea View', 'Check-out'],
        'Innkeeper Morag and her guest Lewis quarrel over a room that she will not let.',
        ['Lewis is her son', 4],
      ),
      's01e04.md': told(4, `The room was a nursery. Lewis is her son, given away at birth.`),
      'the-closed-room.md': article(
        'The closed room',
        `The wallpaper has boats on it. Lewis, as you may have guessed by the second breakfast, is really her long-lost son.`,
      ),
    },
    leaks: [{ file: 'the-closed-room.md', words: 'Lewis is her son' }],
    isHeldOut: true,
  },
  {
    name: 'crime: the declared words split by strong emphasis',
    files: {
      'show.md': show(
        'The Viaduct',
        ['Arch', 'Pier', 'Span', 'Drop'],
        'A railwayman dies under the viaduct on pay day. His foreman Cyril found him.',
        ['Cyril shoved him', 4],
      ),
      's01e04.md': told(4, `Cyril shoved him, for the pay packet, and raised the alarm himself.`),
      'pay-day.md': article(
        'Pay day',
        `Eleven men were paid, and ten went home. It was **Cyril** who *shoved* him, to say it plainly, and the rest is waiting for somebody to prove it.`,
      ),
    },
    leaks: [{ file: 'pay-day.md', words: 'Cyril shoved him' }],
    isHeldOut: false,
  },
  {
    name: 'fantasy: the declared words split by a line break and a link',
    files: {
      'show.md': show(
        'Moth and Flame',
        ['Wick', 'Tallow', 'Spark', 'Ash'],
        'In a city lit by magic, lamplighter Tansy sees the lamps go out one by one. Her teacher Orsino tells her not to worry.',
        ['Orsino stole the light', 4],
      ),
      's01e04.md': told(4, `It is all in his cellar, in jars. Orsino stole the light.`),
      'the-lamps.md': article(
        'The lamps',
        `There are three hundred of them, and Tansy knows each. In the end [Orsino](https://example.org/cast)
stole the light, every bit of it, and the pupil has to put it back.`,
      ),
    },
    leaks: [{ file: 'the-lamps.md', words: 'Orsino stole the light' }],
    isHeldOut: true,
  },
  {
    name: 'crime: the declared words, the name as a possessive',
    files: {
      'show.md': show(
        'Salvage',
        ['Scrap', 'Copper', 'Lead', 'Tin', 'Gold'],
        'Scrap dealer Ned Gorse buys a safe that he cannot open. His partner Lotte can.',
        ['Lotte robbed Ned', 5],
      ),
      's01e05.md': told(
        5,
        `The safe is empty and so is the flat. Lotte robbed Ned, and it took her a year.`,
      ),
      'ned-and-lotte.md': article(
        'Ned and Lotte',
        `They share a van, a dog and a birthday. What hurts in the end is less the money than Lotte's robbing Ned with his own tools.`,
      ),
    },
    leaks: [{ file: 'ned-and-lotte.md', words: 'Lotte robbed Ned' }],
    isHeldOut: false,
  },
  {
    name: 'sci-fi: the recap of an earlier episode says what is declared for a later one',
    files: {
      'show.md': show(
        'Tidal Lock',
        ['Bright Side', 'Terminator', 'Dark Side', 'Eclipse', 'Transit'],
        'On a planet with one day and one night, Mayor Jonas Reyl keeps the border. His deputy is called Ada.',
        ['Ada is an android', 5],
      ),
      's01e02.md': told(
        2,
        `Ada walks into the dark without a coat and comes back without a shiver, for Ada is an android. Jonas asks whether she is cold.`,
      ),
      's01e05.md': told(
        5,
        `The skin of her arm is burned away. Ada is an android, and Jonas knew.`,
      ),
    },
    leaks: [{ file: 's01e02.md', words: 'Ada is an android' }],
    isHeldOut: true,
  },
  {
    name: 'crime: a spoiler in an earlier recap, gated too early for a declared secret',
    files: {
      'show.md': show(
        'The Allotments',
        ['Beans', 'Peas', 'Marrows', 'Leeks', 'Compost'],
        'Somebody poisons the prize vegetables. Retired constable Arthur Mott has motive, means and a spade.',
        ['Arthur buried the mayor', 5],
      ),
      's01e01.md': told(
        1,
        `The marrows wilt overnight, and Arthur is asked about it in front of everybody.

:::spoiler{after=S01E03 label="About the spade"}
It is cleaner than it should be, because Arthur had been burying the mayor with it.
:::`,
      ),
      's01e05.md': told(
        5,
        `Under the compost they find a chain of office. Arthur buried the mayor.`,
      ),
    },
    leaks: [{ file: 's01e01.md', words: 'Arthur buried the mayor' }],
    isHeldOut: false,
  },
  {
    name: 'romance: a label says what is declared a secret',
    files: {
      'show.md': show(
        'Winter Timetable',
        ['Snow', 'Ice', 'Sleet', 'Thaw'],
        'Stranded in a mountain hotel, Judith and Klaus pretend to be strangers.',
        ['Judith married Klaus', 4],
      ),
      's01e04.md': told(4, `The register of the chapel is found. Judith married Klaus, twice.`),
      'strangers.md': article(
        'Strangers',
        `They shake hands rather often for people who have just met.

:::spoiler{after=S01E04 label="When Judith married Klaus"}
In March, and then again in June.
:::`,
      ),
    },
    leaks: [{ file: 'strangers.md', words: 'Judith married Klaus' }],
    isHeldOut: true,
  },
  {
    name: 'crime: a summary says what is declared a secret, in the present tense',
    files: {
      'show.md': show(
        'Auction House',
        ['Lot One', 'Lot Two', 'Lot Three', 'Hammer'],
        'Auctioneer Sybil Crane sells the same painting three times. Her brother Felix carries it in and out.',
        ['Felix burned the painting', 4],
      ),
      's01e04.md': told(
        4,
        `There is nothing left to sell. Felix burned the painting before the first sale.`,
        'summary: "Felix burns the painting, and Sybil takes bids."',
      ),
    },
    leaks: [{ file: 's01e04.md', words: 'Felix burned the painting' }],
    isHeldOut: false,
  },
  {
    name: 'comedy: the title of an article says what is declared a secret',
    files: {
      'show.md': show(
        'The Understaffed',
        ['Monday', 'Tuesday', 'Wednesday', 'Thursday'],
        'A hotel with one employee: Gus checks you in, cooks for you and mends your tap. Mr Tarrant owns it and never leaves his office.',
        ['Tarrant is a mannequin', 4],
      ),
      's01e04.md': told(4, `Gus opens the office with a crowbar. Mr Tarrant is a mannequin.`),
      'the-office.md': article(
        'Is Mr Tarrant a mannequin?',
        `The light is on, the chair is turned to the window, and the orders come on slips of paper. Gus has never seen his face.`,
      ),
    },
    leaks: [{ file: 'the-office.md', words: 'Tarrant is a mannequin' }],
    isHeldOut: true,
  },
  // Two leaks in one folder, and other orders than that of the numbers.
  {
    name: 'crime: one name in the summary of one article and in the prose of another',
    files: {
      'show.md': show(
        'Cellar Door',
        ['Latch', 'Step', 'Bolt', 'Chain'],
        'Wine merchant Osric Pym finds a stranger walled up in his cellar, and the wall is new.',
      ),
      's01e03.md': told(
        3,
        `The mason kept a diary. He built the wall for Honoria Blythe, who watched and did not blink.`,
      ),
      'the-wall.md': article(
        'The wall',
        `Two rows of brick, good mortar, no rush.`,
        'summary: "Bricks, mortar and Honoria Blythe."',
      ),
      'the-neighbours.md': article(
        'The neighbours',
        `Osric has been on good terms with all of them, save one. You will not guess from her manner what Honoria Blythe has in her cellar.`,
      ),
    },
    leaks: [
      { file: 'the-wall.md', words: 'Honoria Blythe' },
      { file: 'the-neighbours.md', words: 'Honoria Blythe' },
    ],
    isHeldOut: false,
  },
  {
    name: 'fantasy: a place in a heading and a creature in a label of the same article',
    files: {
      'show.md': show(
        'The Ferryman',
        ['Near Bank', 'Midstream', 'Far Bank', 'Delta'],
        'A ferryman, Asmund, takes souls over a river. One of them asks for a return ticket.',
      ),
      's01e03.md': told(
        3,
        `On the far bank lies Ombrelune, the town of those who wait, and over it keep watch the lanthraks, all beak and no eyes.`,
      ),
      'the-river.md': article(
        'The river',
        `It is wide, slow and without fish.

## The lights of Ombrelune

Asmund steers by them.

:::spoiler{after=S01E03 label="Why lanthraks are blind"}
They guard by ear.
:::`,
      ),
    },
    leaks: [
      { file: 'the-river.md', words: 'Ombrelune' },
      { file: 'the-river.md', words: 'lanthraks' },
    ],
    isHeldOut: true,
  },
  {
    name: 'sci-fi: a special between two episodes tells the name, an article gated before it has it',
    files: {
      'show.md': `---
title: Deep Array
episodes:
  - { code: S01E01, title: Ping }
  - { code: S01E02, title: Echo }
  - { code: S00E01, title: Interlude }
  - { code: S01E03, title: Reply }
---

Astronomer Bea Lundgren gets an answer to a signal that she has not sent yet.
`,
      's01e02.md': told(2, `The echo comes first. Bea writes down a date that lies ahead.`),
      's00e01.md': `---
episode: S00E01
---

Told from the other end: Thaddeus Imre, alone at a dish in the desert, has listened to Bea since he was a boy.
`,
      'the-answer.md': article(
        'The answer',
        `It is in English, and it says "hello again". Thaddeus Imre has good manners.`,
        'after: S01E02',
      ),
    },
    leaks: [{ file: 'the-answer.md', words: 'Thaddeus Imre' }],
    isHeldOut: false,
  },
  {
    name: 'crime: a name of the second season in a guide gated by the end of the first',
    files: {
      'show.md': `---
title: Tramline
episodes:
  - { code: S01E01, title: Rails }
  - { code: S01E02, title: Points }
  - { code: S02E01, title: Wires }
  - { code: S02E02, title: Sparks }
---

Ticket inspector Anton Vary sees a murder from a passing tram, and nobody gets off.
`,
      's02e02.md': `---
episode: s2e2
---

The man in the other tram was Leopold Szekely, and he was looking at Anton, not at the victim.
`,
      'the-first-season.md': article(
        'The first season in short',
        `Anton finds the tram, the seat and the hat, and no body. Leopold Szekely is still riding in circles as the season ends.`,
        'after: S01E02',
      ),
    },
    leaks: [{ file: 'the-first-season.md', words: 'Leopold Szekely' }],
    isHeldOut: true,
  },
];

const nearMisses: readonly LeakCase[] = [
  // Names that are public or told early enough.
  {
    name: 'crime: a suspect whom the introduction names, accused behind a gate',
    files: {
      'show.md': show(
        'The Weir',
        ['Source', 'Bend', 'Rapids', 'Mouth'],
        'A bride is found in the river. Inspector Carys Holt suspects the groom, Owen Prosser, and the whole valley agrees.',
      ),
      's01e04.md': told(4, `The valley was right. Owen Prosser did it, and Carys has him.`),
      'the-groom.md': article(
        'The groom',
        `Everybody looks at Owen Prosser, and so does the camera. Carys likes him less than she can prove.`,
      ),
    },
    leaks: [],
    isHeldOut: false,
  },
  {
    name: 'sci-fi: a name of the introduction, as a possessive in public and behind the gate',
    files: {
      'show.md': show(
        'Vacuum',
        ['Seal', 'Leak', 'Patch', 'Breach'],
        'Mechanic Tomasz Bielak keeps a station alive with tape and bad language.',
      ),
      's01e03.md': told(
        3,
        `The patch holds. Bielak's tape is all that is between them and the stars.`,
      ),
      'the-tape.md': article(
        'The tape',
        `Tomasz Bielak's one tool is grey, wide and never enough.`,
      ),
    },
    leaks: [],
    isHeldOut: true,
  },
  {
    name: 'fantasy: told by the second recap, and again in an article gated by it',
    files: {
      'show.md': show(
        'Goblin Market',
        ['Stall', 'Scale', 'Bargain', 'Debt'],
        'Two sisters, Lizzie and Maud, sell apples to customers who come only by night.',
      ),
      's01e02.md': told(
        2,
        `The best customer is called Quillick and pays in teeth. Maud keeps one.`,
      ),
      's01e04.md': told(4, `Quillick wants his tooth back.`),
      'the-customers.md': article(
        'The customers',
        `They come at night, and Quillick comes first. He pays in teeth.`,
        'after: S01E02',
      ),
    },
    leaks: [],
    isHeldOut: false,
  },
  {
    name: 'romance: told by the third recap, and again in a block gated by the third episode',
    files: {
      'show.md': show(
        'Understairs',
        ['Keys', 'Boxes', 'Rent', 'Notice', 'Home'],
        'Flatmates Nell and Sandro share one kitchen and no opinions.',
      ),
      's01e03.md': told(3, `Sandro's former wife, Giuditta, moves in under the stairs.`),
      's01e05.md': told(5, `Giuditta moves out, and the kitchen is too large.`),
      'the-kitchen.md': article(
        'The kitchen',
        `Nell cooks with butter and Sandro with oil.

:::spoiler{after=S01E03 label="A third opinion"}
Giuditta does not cook at all.
:::`,
      ),
    },
    leaks: [],
    isHeldOut: true,
  },
  {
    name: 'crime: the same gate on the recap and on a section of an article',
    files: {
      'show.md': show(
        'Paper Round',
        ['Monday', 'Friday', 'Saturday', 'Sunday'],
        'Paper boy Kit Lomax delivers to a house where nobody lives, and the papers are taken in.',
      ),
      's01e04.md': told(
        4,
        `Behind the letter box is Everard Stannage, who has not gone out since 1962.`,
      ),
      'the-empty-house.md': article(
        'The empty house',
        `Number nine has no curtains and no bell.

## Everard Stannage {after=S01E04 label="Who takes the papers"}

He reads all of them, to the last page.`,
      ),
    },
    leaks: [],
    isHeldOut: false,
  },
  {
    name: 'medical: an article names her later than the recap does',
    files: {
      'show.md': show(
        'Ward Nine',
        ['Beds', 'Charts', 'Needles', 'Stitches', 'Scars'],
        'Student nurse Ben Achebe is told never to go into room nine.',
      ),
      's01e03.md': told(3, `In room nine lies Philippa Sandoz, who founded the clinic.`),
      'room-nine.md': article(
        'Room nine',
        `The door has no handle on the outside, and Ben has only a tray. What he finds there is ||Philippa Sandoz, awake||{after=S01E05}.`,
      ),
    },
    leaks: [],
    isHeldOut: true,
  },
  // Common words.
  {
    name: 'medical: common words (hospital, evening, doctor) that recaps use before anything public does',
    files: {
      'show.md': show(
        'Stand-by',
        ['Call', 'Siren', 'Ramp', 'Handover'],
        'Paramedics Jo and Femi drive an ambulance that should have been scrapped.',
      ),
      's01e03.md': told(
        3,
        `In the evening they reach the hospital, and the doctor who opens the door is drunk.`,
      ),
      'the-ambulance.md': article(
        'The ambulance',
        `It does not like hills, it does not like rain, and it has never yet got to a hospital before evening without a doctor's help.`,
      ),
    },
    leaks: [],
    isHeldOut: false,
  },
  {
    name: 'romance: common words (secret, brother, wedding) in a gated block and in public',
    files: {
      'show.md': show(
        'Orchard Row',
        ['Blossom', 'Bees', 'Fruit', 'Cider'],
        'Everyone on Orchard Row knows that Meera and Jack belong together, save Meera and Jack.',
      ),
      's01e04.md': told(
        4,
        `At the wedding her brother gives away the secret, and the tent comes down.`,
      ),
      'neighbours.md': article(
        'The neighbours',
        `There is always somebody with a brother, a ladder and a secret on this street. One waits for a wedding and gets a hedge.

:::spoiler{after=S01E03 label="The hedge"}
Jack cuts it for her brother, in secret.
:::`,
      ),
    },
    leaks: [],
    isHeldOut: true,
  },
  {
    name: 'crime: common words (police, window, knife) in later recaps and in a summary',
    files: {
      'show.md': show(
        'Cul-de-sac',
        ['Hedge', 'Gate', 'Drive', 'Door'],
        'Retired judge Moira Flint watches her street through the curtains and writes everything down.',
      ),
      's01e02.md': told(
        2,
        `Moira sees a light and writes down the time.`,
        'summary: "A window, a knife and the wrong number of the police."',
      ),
      's01e04.md': told(4, `The police find the knife below the window, wrapped in her own notes.`),
    },
    leaks: [],
    isHeldOut: false,
  },
  {
    name: 'sport: common words (money, team, father, stadium) between a late recap and open prose',
    files: {
      'show.md': show(
        'Relegation',
        ['August', 'Derby', 'Window', 'Last Day'],
        'A small football club, Aldworth Town, has one season to stay up, and a new manager, Priya Nair.',
      ),
      's01e04.md': told(
        4,
        `Her father lends the money, the stadium is saved and the team goes down.`,
      ),
      'the-club.md': article(
        'The club',
        `Aldworth Town has a stadium for four thousand, a team for three divisions lower, and no money. Priya's father played here once.`,
      ),
    },
    leaks: [],
    isHeldOut: true,
  },
  {
    name: 'fantasy: a common word, capitalised at the start of public sentences',
    files: {
      'show.md': show(
        'Winterhold',
        ['Ember', 'Coal', 'Ash', 'Smoke'],
        'Stoker Hilde keeps the last fire in the north, and may not sleep.',
      ),
      's01e03.md': told(3, `There is blood on the snow before the gate, and wolves are near.`),
      'the-fire.md': article(
        'The fire',
        `Snow puts it out, wind puts it out, sleep puts it out. Wolves keep away from it. Blood, says the rhyme, makes it burn blue.`,
      ),
    },
    leaks: [],
    isHeldOut: false,
  },
  {
    name: 'period drama: a common word, capitalised in a heading in title case',
    files: {
      'show.md': show(
        'Trench Lines',
        ['Mud', 'Wire', 'Whistle', 'Leave'],
        'Private Alf Tanner writes home every day in 1916 and lies in every letter.',
      ),
      's01e04.md': told(
        4,
        `On leave he finds the letters unopened in a drawer, tied with a ribbon.`,
      ),
      'letters-home.md': article(
        'Letters Home',
        `Alf writes that the food is good.

## From the Prop Master's Drawer

The paper was bought by the ream and aged in cold tea.`,
      ),
    },
    leaks: [],
    isHeldOut: true,
  },
  // Words that are names as well.
  {
    name: 'crime: a rose in public, a woman called Rose behind the gate',
    files: {
      'show.md': show(
        'Hothouse',
        ['Bud', 'Bloom', 'Thorn', 'Hip'],
        'Florist Dennis Gale sends flowers to an address that does not exist.',
      ),
      's01e04.md': told(
        4,
        `The address was that of Rose, his first love, and the street was renamed.`,
      ),
      'the-flowers.md': article(
        'The flowers',
        `A rose on Mondays, lilies on Fridays. Roses keep for a week in cold water, and Dennis changes it himself.`,
      ),
    },
    leaks: [],
    isHeldOut: false,
  },
  {
    name: 'comedy: "will" as a verb in public, a man called Will behind the gate',
    files: {
      'show.md': show(
        'Flat Pack',
        ['Panel', 'Dowel', 'Screw', 'Leftover'],
        'Siblings Zara and Theo inherit a furniture shop and no instructions.',
      ),
      's01e03.md': told(
        3,
        `A lodger steps out of the wardrobe. His name is Will, and he paid in advance.`,
      ),
      'the-shop.md': article(
        'The shop',
        `It will not last, says Theo. Will it pay the rent? It will have to, says Zara.`,
      ),
    },
    leaks: [],
    isHeldOut: true,
  },
  {
    name: 'sport: a mark on the track in public, a coach called Mark behind the gate',
    files: {
      'show.md': show(
        'Long Jump',
        ['Run', 'Board', 'Flight', 'Sand'],
        'Athlete Dara Whelan comes back from an injury that nobody believes in.',
      ),
      's01e03.md': told(
        3,
        `The injury is real, and Mark, the team doctor, hid the pictures of it.`,
      ),
      'the-comeback.md': article(
        'The comeback',
        `Dara misses her mark twice. Mark the board with chalk and you see why: she jumps from the wrong foot.`,
      ),
    },
    leaks: [],
    isHeldOut: false,
  },
  {
    name: 'period drama: grace as a noun in public, a daughter called Grace behind the gate',
    files: {
      'show.md': show(
        'The Rectory',
        ['Advent', 'Epiphany', 'Lent', 'Easter'],
        'The Reverend Simon Lisle has lost his faith and keeps it to himself.',
      ),
      's01e04.md': told(
        4,
        `The child at the gate is Grace, his daughter, sent with a note and no coat.`,
      ),
      'the-sermons.md': article(
        'The sermons',
        `Simon preaches on grace, on patience and on the roof. Grace is what he asks for; patience is what he gets.`,
      ),
    },
    leaks: [],
    isHeldOut: true,
  },
  {
    name: 'fantasy: hope in public, a ship called Hope behind the gate',
    files: {
      'show.md': show(
        'Grey Sails',
        ['Port', 'Starboard', 'Bow', 'Stern'],
        'Cabin girl Ness runs away to sea and finds that the sea has run away as well.',
      ),
      's01e03.md': told(3, `On the dry bed lies the Hope, upright, with her lamps still lit.`),
      'the-dry-sea.md': article(
        'The dry sea',
        `Ness has a compass, a fish and not much hope. Hope, says the fish, weighs nothing.`,
      ),
    },
    leaks: [],
    isHeldOut: false,
  },
  {
    name: 'romance: the month of May in public, a woman called May behind the gate',
    files: {
      'show.md': show(
        'The Rowing Club',
        ['Catch', 'Drive', 'Release', 'Recovery'],
        'Shy boatman Perry teaches Londoners to row and would like to be asked his name.',
      ),
      's01e03.md': told(3, `His pupil is called May, and she asks.`),
      'the-boat-house.md': article(
        'The boat house',
        `It opens in May and shuts when it rains. You may bring a dog.`,
      ),
    },
    leaks: [],
    isHeldOut: true,
  },
  {
    name: 'crime: months and days that both a late recap and public prose name',
    files: {
      'show.md': show(
        'Standing Order',
        ['Credit', 'Debit', 'Transfer', 'Balance'],
        'Bank clerk Ulla Fries notices a payment that has no sender.',
      ),
      's01e04.md': told(
        4,
        `The last payment is due on a Thursday in October, and Ulla makes it herself.`,
      ),
      'the-payments.md': article(
        'The payments',
        `The show went out on Thursdays and was filmed in October, when the light in the bank is grey.`,
      ),
    },
    leaks: [],
    isHeldOut: false,
  },
  {
    name: 'period drama: nationalities and languages in a late recap and in public',
    files: {
      'show.md': show(
        'The Interpreter',
        ['Nouns', 'Verbs', 'Tenses', 'Moods'],
        'Vienna, 1946: Lena Adler translates for four armies and trusts none of them.',
      ),
      's01e04.md': told(
        4,
        `The Russian officer speaks French after all, and has understood every word.`,
      ),
      'four-armies.md': article(
        'Four armies',
        `A jeep with an American, a British, a French and a Russian soldier is in each of the opening shots.`,
      ),
    },
    leaks: [],
    isHeldOut: true,
  },
  {
    name: 'crime: actors in brackets, named in the introduction',
    files: {
      'show.md': show(
        'Cold Chapel',
        ['Nave', 'Choir', 'Crypt', 'Spire'],
        'Sacristan Moss (Judith Pell) finds a fresh grave in an old crypt. Her bishop (Harold Tyne) would rather that she had not.',
      ),
      's01e03.md': told(
        3,
        `The bishop (Harold Tyne) brings a spade. Moss (Judith Pell) brings a lamp.`,
      ),
      'the-cast.md': article(
        'The cast',
        `Judith Pell plays Moss as if she were always cold. Harold Tyne has the better hats.`,
      ),
    },
    leaks: [],
    isHeldOut: false,
  },
  {
    name: 'sci-fi: the maker and the network, public in the front matter, in a gated text too',
    files: {
      'show.md': `---
title: Half-Life
year: 2019
network: Kestrel
episodes:
  - { code: S01E01, title: Alpha }
  - { code: S01E02, title: Beta }
  - { code: S01E03, title: Gamma }
---

Physicist Rosa Lind has found a clock that runs ahead. Written by Hanne Dahl.
`,
      's01e03.md': told(
        3,
        `Kestrel asked for another ending, and Hanne Dahl kept hers: the clock stops.`,
      ),
      'the-making.md': article(
        'The making of it',
        `Hanne Dahl wrote all three hours, and Kestrel showed them in 2019.`,
      ),
    },
    leaks: [],
    isHeldOut: true,
  },
  // Declared secrets that are not told.
  {
    name: 'crime: the declared words in two different sentences',
    files: {
      'show.md': show(
        'The Balcony',
        ['Rail', 'Awning', 'Street', 'Court'],
        'A tenor falls from a hotel balcony. His wife Delphine and his agent Marc were in the room.',
        ['Delphine pushed', 4],
      ),
      's01e04.md': told(4, `Delphine pushed him, between two arias.`),
      'the-balcony.md': article(
        'The balcony',
        `Delphine was asleep, she says. Was he pushed, or did he lean out too far? Marc heard a glass break.`,
      ),
    },
    leaks: [],
    isHeldOut: false,
  },
  {
    name: 'sport: the declared words in two sentences of two paragraphs',
    files: {
      'show.md': show(
        'Black Ice',
        ['Edges', 'Spins', 'Lifts', 'Falls'],
        'Figure skaters Irina and Paul train for one last season together.',
        ['Paul sabotaged the skates', 4],
      ),
      's01e04.md': told(4, `Paul sabotaged the skates: he had to fall alone.`),
      'equipment.md': article(
        'The equipment',
        `The skates are sharpened before every practice, by hand.

Paul does his own. Irina leaves hers to the trainer.`,
      ),
    },
    leaks: [],
    isHeldOut: true,
  },
  {
    name: 'medical: only some of the declared words in one sentence',
    files: {
      'show.md': show(
        'Second Opinion',
        ['Scan', 'Sample', 'Result', 'Review'],
        'Radiologist Yusuf Demir sees a shadow that his chief, Ingrid Falk, does not.',
        ['Ingrid swapped the scans', 4],
      ),
      's01e04.md': told(4, `Ingrid swapped the scans; the shadow is her own.`),
      'the-shadow.md': article(
        'The shadow',
        `Yusuf puts the scans side by side. Ingrid looks at the scans for a minute and goes to lunch.`,
      ),
    },
    leaks: [],
    isHeldOut: false,
  },
  {
    name: 'crime: the declared deed, done by nobody in particular',
    files: {
      'show.md': show(
        'Drowned Village',
        ['Dam', 'Steeple', 'Silt', 'Sluice'],
        'When a reservoir dries up, a village comes back, and in its church a strangled man. Warden Kay Linton lived there as a girl.',
        ['Kay strangled', 4],
      ),
      's01e04.md': told(4, `Kay strangled the priest. The lake was her luck.`),
      'the-body.md': article(
        'The body',
        `A man, about fifty, strangled long ago. Kay stands on the dam with the others and looks down.`,
      ),
      's01e02.md': told(2, `He is brought up the ladder, rope and all. Kay says nothing.`),
    },
    leaks: [],
    isHeldOut: true,
  },
  {
    name: 'romance: the declared words where they are told, and in an article gated by that episode',
    files: {
      'show.md': show(
        'Harvest Moon',
        ['Sow', 'Hoe', 'Reap', 'Thresh'],
        'Farmer Elin advertises for a hand and gets a poet, Tobias.',
        ['Tobias wrote the advertisement', 4],
      ),
      's01e04.md': told(4, `Tobias wrote the advertisement himself. Elin had only thought of it.`),
      'the-ending.md': article(
        'The ending',
        `It was Tobias who had written the advertisement, and we should have known it by the rhyme.`,
        'after: S01E04',
      ),
    },
    leaks: [],
    isHeldOut: false,
  },
  {
    name: 'fantasy: the declared words in an earlier recap, in a block with the right gate',
    files: {
      'show.md': show(
        'The Glass Orchard',
        ['Graft', 'Prune', 'Pick', 'Press'],
        'In an orchard of glass the gardener Wilmot counts the apples for Queen Sabeth. One is missing.',
        ['Sabeth ate the apple', 4],
      ),
      's01e01.md': told(
        1,
        `Wilmot counts to ninety-nine.

:::spoiler{after=S01E04 label="Number one hundred"}
Sabeth ate the apple before he had begun to count.
:::`,
      ),
      's01e04.md': told(4, `Sabeth ate the apple. It has begun to show.`),
    },
    leaks: [],
    isHeldOut: true,
  },
  {
    name: 'crime: another word that only looks like the declared one (poisoned, poised)',
    files: {
      'show.md': show(
        'Tasting Menu',
        ['Amuse', 'Starter', 'Main', 'Sweet'],
        'A critic dies over the fish course. Chef Rosalind Ives cooked it, and waiter Piet carried it.',
        ['Rosalind poisoned', 4],
      ),
      's01e04.md': told(4, `Rosalind poisoned the lemon and not the fish.`),
      'the-kitchen.md': article(
        'The kitchen',
        `Rosalind is poised, quick and never raises her voice. Piet drops things.`,
      ),
    },
    leaks: [],
    isHeldOut: false,
  },
  {
    name: 'comedy: another word that only looks like the declared one (pushed, pushchair)',
    files: {
      'show.md': show(
        'Nursery Slopes',
        ['Drag Lift', 'Red Run', 'Black Run', 'Lodge'],
        'New parents Cleo and Ash open a ski school, with one instructor, on a hill without snow.',
        ['Cleo pushed the instructor', 3],
      ),
      's01e03.md': told(3, `Cleo pushed the instructor. He rolled very well.`),
      'the-school.md': article(
        'The ski school',
        `Cleo takes the pushchair to every lesson and the instructor takes cover.`,
      ),
    },
    leaks: [],
    isHeldOut: true,
  },
  // Forms of lawful names.
  {
    name: 'period drama: the plural of a family name of the introduction',
    files: {
      'show.md': show(
        'Mill Owners',
        ['Warp', 'Weft', 'Shuttle', 'Cloth'],
        'Manchester, 1842: young Ada Harcourt takes over a cotton mill from a father who cannot count.',
      ),
      's01e03.md': told(3, `The Harcourts sell the second mill, and the weavers buy it.`),
      'the-family.md': article(
        'The family',
        `The Harcourts have money, the weavers have songs. Not one of the Harcourts can sing.`,
      ),
    },
    leaks: [],
    isHeldOut: false,
  },
  {
    name: 'sci-fi: the people of a place that the introduction names',
    files: {
      'show.md': show(
        'Red Dust',
        ['Sol One', 'Sol Two', 'Sol Three', 'Sol Four'],
        'The third generation is growing up on Mars. Teacher Imani Cole tells it about rain.',
      ),
      's01e04.md': told(4, `The Martians, as they call themselves now, vote to stay.`),
      'the-school.md': article(
        'The school',
        `Imani has nineteen pupils, all born Martians. None believes in rain.`,
      ),
    },
    leaks: [],
    isHeldOut: true,
  },
  {
    name: 'crime: the surname alone, where the introduction has the full name',
    files: {
      'show.md': show(
        'Night Ferry',
        ['Bow', 'Deck', 'Hold', 'Pier'],
        'Purser Magnus Eklund finds one passenger too few on his list.',
      ),
      's01e04.md': told(4, `Eklund opens the hold, and there she sits, on her suitcase.`),
      'the-list.md': article(
        'The list',
        `There are eighty names on it. Eklund reads it out to the sea.`,
      ),
    },
    leaks: [],
    isHeldOut: false,
  },
  {
    name: 'romance: a name of the introduction without its accents, and in capitals in a heading',
    files: {
      'show.md': show(
        'Café Luna',
        ['Espresso', 'Macchiato', 'Cortado', 'Lungo'],
        'Zoë Åkerlund makes the worst coffee in town, and one guest comes back every day.',
      ),
      's01e03.md': told(3, `The guest has lost his sense of taste. Zoë Åkerlund is relieved.`),
      'the-coffee.md': article(
        'The coffee',
        `It is thin and it is cold.

## ZOË ÅKERLUND AND HER MACHINE

Zoe Akerlund bought it from a dentist.`,
      ),
    },
    leaks: [],
    isHeldOut: true,
  },
  {
    name: 'crime: a first name of the introduction that a later person bears as well',
    files: {
      'show.md': show(
        'Two Keys',
        ['Left', 'Right', 'Turn', 'Open'],
        'Locksmith Tom Adler is asked to open a box by two people who both own it.',
      ),
      's01e04.md': told(4, `The third owner is Tom Barrow, who made the box and lost it at cards.`),
      'the-box.md': article(
        'The box',
        `It has two locks. Tom has opened worse, and told fewer lies about it.`,
      ),
    },
    leaks: [],
    isHeldOut: false,
  },
  {
    name: 'sport: a title that two people bear, one in public and one behind the gate',
    files: {
      'show.md': show(
        'The Regatta',
        ['Tack', 'Jibe', 'Reach', 'Run'],
        'Captain Ellis Hale sails a borrowed boat against the man who lent it to her.',
      ),
      's01e03.md': told(3, `At the mark they meet Captain Duarte, whom nobody had seen start.`),
      'the-boats.md': article(
        'The boats',
        `Captain Hale has the older boat. A captain, she says, is somebody who knows when to turn round.`,
      ),
    },
    leaks: [],
    isHeldOut: true,
  },
  // Things that are no text of the story.
  {
    name: 'medical: comments that number facts, in public and behind gates',
    files: {
      'show.md': show(
        'Blood Bank',
        ['Type A', 'Type B', 'Type AB', 'Type O'],
        'Laboratory assistant Fay Osei mislabels one bag and cannot find it again.',
      ),
      's01e03.md': told(
        3,
        `The bag is found, empty.

<!-- facts: 301 302 303 -->`,
      ),
      'the-bag.md': article(
        'The bag',
        `It looks like any other. Fay knows it by a crease.

<!-- facts: 101 301 -->`,
      ),
    },
    leaks: [],
    isHeldOut: false,
  },
  {
    name: 'fantasy: comments that name chapters of the book',
    files: {
      'show.md': show(
        'The Bell Forge',
        ['Clay', 'Wax', 'Bronze', 'Tongue'],
        'Bell founder Wenzel casts a bell that must never be rung. After the novel.',
      ),
      's01e04.md': told(
        4,
        `It rings.

<!-- chapters: 31-34, paragraphs 2-9 -->`,
      ),
      'the-bell.md': article(
        'The bell',
        `Wenzel leaves out the tongue, to be safe.

<!-- chapters: 1-2, paragraphs 1-4 -->`,
      ),
    },
    leaks: [],
    isHeldOut: true,
  },
  {
    name: 'crime: link targets on the same site in public and behind the gate',
    files: {
      'show.md': show(
        'Press Run',
        ['Ink', 'Proof', 'Edition', 'Archive'],
        'Reporter Vera Kohl writes obituaries, and somebody sends them in too early.',
      ),
      's01e03.md': told(
        3,
        `Vera reads [her own](https://gazette.example.org/pages/0311.html), dated Friday.`,
      ),
      'the-paper.md': article(
        'The paper',
        `The makers printed a whole [front page](https://gazette.example.org/pages/0001.html) for it.`,
      ),
    },
    leaks: [],
    isHeldOut: false,
  },
  {
    name: 'sci-fi: image files and footnote names that recur',
    files: {
      'show.md': show(
        'Zero Hour',
        ['Ten', 'Five', 'One', 'Zero'],
        'Flight controller Pilar Reyes has to count down a rocket that she knows to be faulty.',
      ),
      's01e04.md': told(
        4,
        `At zero nothing happens.[^n1]

![The rocket stands](still-large-04.webp)

[^n1]: Pilar had counted in the wrong direction.`,
      ),
      'the-rocket.md': article(
        'The rocket',
        `It is forty metres of plywood.[^n1]

![The rocket in its hall](still-large-01.webp)

[^n1]: Pilar never touches it.`,
      ),
    },
    leaks: [],
    isHeldOut: true,
  },
  {
    name: 'crime: dates and numbers that are the same in public and later',
    files: {
      'show.md': show(
        'Locker 41',
        ['Key', 'Ticket', 'Bag', 'Fine'],
        'Lost-property clerk Hew Dane opens a locker that has been paid for since 1974.',
      ),
      's01e04.md': told(4, `It holds 300 pounds, in notes of 1974, and a ticket for the 8:15.`),
      'the-station.md': article(
        'The station',
        `It has 300 lockers and was built in 1902. The 8:15 is always late.`,
      ),
    },
    leaks: [],
    isHeldOut: false,
  },
  // Gates in other forms, all of them kept.
  {
    name: 'fantasy: a block within a block, each naming only what its own gate allows',
    files: {
      'show.md': show(
        'Hollow Hill',
        ['Turf', 'Stone', 'Root', 'Hall', 'Hearth'],
        'Shepherd boy Colm hears music under the hill and starts to dig.',
      ),
      's01e02.md': told(2, `He breaks through, and Brannagh, a piper, asks him to shut the roof.`),
      's01e05.md': told(
        5,
        `The master of the hall is Old Tiernach, and he would like to hear a drum.`,
      ),
      'the-music.md': article(
        'The music',
        `It is in three-four time.

::::spoiler{after=S01E02 label="Who plays"}
Brannagh, on the pipes.

:::spoiler{after=S01E05 label="For whom"}
For Old Tiernach, while Brannagh has breath.
:::
::::`,
      ),
    },
    leaks: [],
    isHeldOut: true,
  },
  {
    name: 'crime: words between bars without a gate, which wait for the last episode that tells them',
    files: {
      'show.md': show(
        'The Ice House',
        ['Block', 'Saw', 'Straw', 'Melt'],
        'Cook Hester Vane finds a hand in the ice, and the fish has to be served at eight.',
      ),
      's01e04.md': told(4, `The hand was that of Ludovic Marchetti, who used to deliver the ice.`),
      'the-hand.md': article(
        'The hand',
        `A ring, no rings under the nails, and cold: it was once ||Ludovic Marchetti's||.`,
      ),
    },
    leaks: [],
    isHeldOut: false,
  },
  {
    name: 'sci-fi: a spoiler in the style of other sites, gated by the episode that tells it',
    files: {
      'show.md': show(
        'Static Garden',
        ['Seedling', 'Canopy', 'Blight', 'Mulch'],
        'Botanist Cato Wray grows wheat on a ship that has nowhere to land.',
      ),
      's01e03.md': told(3, `The blight is called morrowrust, and Cato brought it in on her boots.`),
      'the-wheat.md': article(
        'The wheat',
        `It grows in rings, and every ring is a little smaller. The reason is >!morrowrust, in the roots!<{after=S01E03}.`,
      ),
    },
    leaks: [],
    isHeldOut: true,
  },
  {
    name: 'crime: a gated section and its subsection, then an open one that names nobody',
    files: {
      'show.md': show(
        'Blind Alley',
        ['Brick', 'Bin', 'Fence', 'Wall'],
        'Private eye Mo Farrant is hired to follow himself.',
      ),
      's01e04.md': told(
        4,
        `The client is Dagny Rusk, his landlady, who wondered where the rent went.`,
      ),
      'the-client.md': article(
        'The client',
        `Mo gets his orders by telephone.

## Dagny Rusk {after=S01E04 label="Who calls"}

She uses the telephone in the hall.

### What Dagny wants

The rent.

## What it costs

Twenty a day, and Mo has to ask himself for receipts.`,
      ),
    },
    leaks: [],
    isHeldOut: false,
  },
  {
    name: 'crime: a special between two episodes tells the name, an article gated by the next has it',
    files: {
      'show.md': `---
title: Slow Train
episodes:
  - { code: S01E01, title: Platform }
  - { code: S01E02, title: Carriage }
  - { code: S00E01, title: Dining Car }
  - { code: S01E03, title: Buffers }
---

Conductor Irma Vogt has a train with one passenger and thirty dinners.
`,
      's00e01.md': `---
episode: S00E01
---

The dinners were ordered by Casimir Dunajski, who expects his whole family and has none.
`,
      'thirty-dinners.md': article(
        'Thirty dinners',
        `Irma serves them all. Casimir Dunajski thanks her thirty times.`,
        'after: S01E03',
      ),
    },
    leaks: [],
    isHeldOut: true,
  },
  {
    name: 'period drama: a name of the first season in a recap and an article of the second',
    files: {
      'show.md': `---
title: The Salt Road
episodes:
  - { code: S01E01, title: Ox }
  - { code: S01E02, title: Cart }
  - { code: S02E01, title: Toll }
  - { code: S02E02, title: Market }
---

Widow Berta Kern carries salt over the Alps in 1620, from toll house to toll house, with two oxen and a pistol.
`,
      's01e02.md': told(2, `At the pass a deserter, Jodok Imhof, offers to carry the pistol.`),
      's02e01.md': `---
episode: S02E01
---

Jodok Imhof keeps the toll house now and lets Berta pass.
`,
      'the-toll-house.md': article(
        'The toll house',
        `It still stands, below the pass.

:::spoiler{after=S02E01 label="Who keeps it"}
Jodok Imhof, of all people.
:::`,
      ),
    },
    leaks: [],
    isHeldOut: false,
  },
  // Public places with nothing to hide.
  {
    name: 'crime: a label, a heading and a file name with a name of the introduction',
    files: {
      'show.md': show(
        'Steel Town',
        ['Ore', 'Coke', 'Slag', 'Plate'],
        'A foundry burns down, and its owner, Ruth Maddox, is insured to the last brick.',
      ),
      's01e04.md': told(4, `Ruth Maddox lit the fire with her own cigar.`),
      'ruth-maddox.md': article(
        'Ruth Maddox',
        `She wears a hat indoors.

## Maddox and the fire

:::spoiler{after=S01E04 label="What Ruth Maddox did"}
Hers was the cigar.
:::`,
      ),
    },
    leaks: [],
    isHeldOut: true,
  },
  {
    name: 'sport: an alt text and tags with nothing but public words',
    files: {
      'show.md': show(
        'Match Point',
        ['Love', 'Fifteen', 'Thirty', 'Forty'],
        'Tennis twins Ana and Lucía Prado have never played each other. This year they will.',
      ),
      's01e04.md': told(4, `In the final Ana Prado serves to Lucía, who lets the ball go by.`),
      'the-twins.md': article(
        'The twins',
        `They share a racket bag.

![Ana and Lucía Prado before the final](twins.jpg)`,
        'tags: [explainer, tennis, final]',
      ),
    },
    leaks: [],
    isHeldOut: false,
  },
  {
    name: 'crime: a rare name that stands only in public',
    files: {
      'show.md': show(
        'The Reading Room',
        ['Shelf', 'Spine', 'Index', 'Fine'],
        'Librarian Enid Shaw finds the same note in every book that she opens.',
      ),
      's01e04.md': told(4, `Enid wrote them herself, asleep.`),
      'where-it-was-filmed.md': article(
        'Where it was filmed',
        `The reading room is that of the Bodmin Athenaeum, built by Erasmus Tregellas. He could not read.`,
      ),
    },
    leaks: [],
    isHeldOut: true,
  },
  {
    name: 'medical: a rare noun that stands only in public, while the gated text has another',
    files: {
      'show.md': show(
        'House Calls',
        ['Bell', 'Stairs', 'Bedside', 'Bill'],
        'Country doctor Gwen Parry has a patient who gets younger.',
      ),
      's01e04.md': told(
        4,
        `It is porphyria in the one brother and good luck in the other: there are two of them.`,
      ),
      'the-patient.md': article(
        'The patient',
        `He is seventy, then sixty, then fifty. A reader has written in to suggest progeria in reverse, and Gwen would have liked the letter.`,
      ),
    },
    leaks: [],
    isHeldOut: false,
  },
  {
    name: 'comedy: words of the title and of an open article in a late recap',
    files: {
      'show.md': show(
        'The Accidental Lighthouse',
        ['Lamp', 'Lens', 'Fog', 'Horn'],
        'Accountant Bryn Jolly buys a lighthouse by mistake and may not switch it off.',
      ),
      's01e03.md': told(
        3,
        `In the fog the accidental keeper of the lighthouse saves a ferry, and is fined.`,
      ),
      'the-keeper.md': article(
        'The keeper',
        `Accidental or not, a keeper has to climb. The lighthouse has two hundred steps and one ferry a day.`,
      ),
    },
    leaks: [],
    isHeldOut: true,
  },
  {
    name: 'romance: a summary that hints and names nobody',
    files: {
      'show.md': show(
        'Ballroom',
        ['Waltz', 'Foxtrot', 'Tango', 'Encore'],
        'Dance teacher Ottilie Brand is one partner short, and the baker, Mr Finch, has two left feet.',
      ),
      's01e03.md': told(
        3,
        `The stranger in the doorway is Valentin Corbeau, world champion, on the run from a tango.`,
        'summary: "Somebody stands in the doorway, and the music stops."',
      ),
      'the-partners.md': article(
        'The partners',
        `Ottilie counts, Mr Finch stumbles.

:::spoiler{after=S01E03 label="A stranger"}
Valentin Corbeau does not count.
:::`,
      ),
    },
    leaks: [],
    isHeldOut: false,
  },
];

/** Every case: leaks first, then near-misses. */
export const leakCases: readonly LeakCase[] = [...leaks, ...nearMisses];
