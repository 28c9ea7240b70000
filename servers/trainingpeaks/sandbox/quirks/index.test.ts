import { describe, expect, it } from 'vitest';
import { testSandbox } from '../testing/call.ts';

/** Every operation that the web application was seen to use, by number of the endpoint index; the dead ones are left out. */
const INDEX = `
1 GET /users/v3/token
2 GET /users/v3/user
3 GET /fitness/v6/athletes/{aid}/workouts/{s}/{e}
4 GET /fitness/v7/athletes/{aid}/workouts/{s}/{e}
5 GET /fitness/v6/athletes/{aid}/workouts/{wid}
6 GET /fitness/v6/athletes/{aid}/workouts/{wid}/details
7 GET /fitness/v6/athletes/{aid}/workouts/{wid}/detaildata
8 POST /fitness/v6/athletes/{aid}/workouts
9 PUT /fitness/v6/athletes/{aid}/workouts/{wid}
10 DELETE /fitness/v6/athletes/{aid}/workouts/{wid}
11 POST /fitness/v6/athletes/{aid}/commands/workouts/combine
12 POST /fitness/v6/athletes/{aid}/commands/workouts/{wid}/split
13 POST /fitness/v2/athletes/{aid}/workouts/{wid}/comments
14 GET /fitness/v2/athletes/{aid}/workouts/{wid}/comments
15 DELETE /fitness/v2/athletes/{aid}/workouts/{wid}/comments/{id}
16 GET /fitness/v6/workouts/{wid}/privateWorkoutNote
16 PUT /fitness/v6/workouts/{wid}/privateWorkoutNote
17 POST /fitness/v6/athletes/{aid}/workouts/{wid}/filedata
18 GET /fitness/v6/athletes/{aid}/workouts/{wid}/rawfiledata/{fileId}
19 DELETE /fitness/v6/athletes/{aid}/workouts/{wid}/filedata/{fileId}
20 GET /fitness/v6/athletes/{aid}/workouts/{wid}/attachments/{fileId}/raw
21 GET /fitness/v6/athletes/{aid}/workouts/{wid}/fordevice/fit
22 GET /fitness/v6/workouttypes
23 GET /personalrecord/v2/athletes/{aid}/{sport}
24 GET /personalrecord/v2/athletes/{aid}/workouts/{wid}
25 POST /fitness/v1/athletes/{aid}/reporting/performancedata/{s}/{e}
26 GET /fitness/v1/athletes/{aid}/atp/{s}/{e}
27 GET /fitness/v1/athletes/{aid}/settings
28 PUT /fitness/v2/athletes/{aid}/powerzones
28 PUT /fitness/v2/athletes/{aid}/heartratezones
28 PUT /fitness/v2/athletes/{aid}/speedzones
29 POST /trainingzones/v1/users/{uid}/{metric}/calculate/{method}
30 POST /fitness/v1/athletes/{aid}/nutritionsettings
31 GET /fitness/v1/athletes/{aid}/nutrition/{s}/{e}
32 GET /fitness/v1/athletes/{aid}/poollengthsettings
33 POST /metrics/v3/athletes/{aid}/consolidatedtimedmetric
34 GET /metrics/v3/athletes/{aid}/consolidatedtimedmetrics/{s}/{e}
35 GET /fitness/v1/athletes/{aid}/equipment
35 PUT /fitness/v1/athletes/{aid}/equipment
36 GET /fitness/v6/athletes/{aid}/events/{s}/{e}
37 GET /fitness/v6/athletes/{aid}/events/focusevent
37 GET /fitness/v6/athletes/{aid}/events/nextplannedevent
38 POST /fitness/v6/athletes/{aid}/event
38 PUT /fitness/v6/athletes/{aid}/event
39 DELETE /fitness/v6/athletes/{aid}/event/{id}
40 POST /fitness/v1/athletes/{aid}/calendarNote
40 GET /fitness/v1/athletes/{aid}/calendarNote/{id}
40 PUT /fitness/v1/athletes/{aid}/calendarNote/{id}
40 DELETE /fitness/v1/athletes/{aid}/calendarNote/{id}
41 GET /fitness/v2/athletes/{aid}/calendarNote/{s}/{e}
41 GET /fitness/v1/athletes/{aid}/calendarNote/{s}/{e}
42 GET /fitness/v1/athletes/{aid}/calendarNote/{id}/comments
42 PUT /fitness/v1/athletes/{aid}/calendarNote/{id}/comment
43 GET /fitness/v1/athletes/{aid}/availability/{s}/{e}
43 POST /fitness/v1/athletes/{aid}/availability
43 GET /fitness/v1/athletes/{aid}/availability/{id}
43 PUT /fitness/v1/athletes/{aid}/availability/{id}
43 DELETE /fitness/v1/athletes/{aid}/availability/{id}
44 POST /fitness/v1/athletes/{aid}/goallists
44 DELETE /fitness/v1/athletes/{aid}/goallists/{id}
45 GET /exerciselibrary/v2/libraries
45 GET /exerciselibrary/v2/libraries/{lib}/items
46 POST /exerciselibrary/v1/libraries
46 PUT /exerciselibrary/v1/libraries/{lib}/name
46 DELETE /exerciselibrary/v1/libraries/{lib}
47 POST /exerciselibrary/v1/libraries/{lib}/items
47 PUT /exerciselibrary/v1/libraries/{lib}/items/{item}
47 DELETE /exerciselibrary/v1/libraries/{lib}/items/{item}
48 POST /fitness/v6/athletes/{aid}/commands/addworkoutfromlibraryitem
49 GET /plans/v1/plans
49 GET /plans/v1/plans/{id}
50 GET /plans/v1/plansWithAccess
50 GET /planfolder/v1/folder/all
51 GET /plans/v1/plans/{id}/workouts/{s}/{e}
51 GET /plans/v1/plans/{id}/calendarNote/{s}/{e}
51 GET /plans/v1/plans/{id}/events/{s}/{e}
52 GET /plans/v1/athletes/{aid}/appliedplans/{date}
53 POST /plans/v1/commands/applyplan
54 POST /plans/v1/appliedplans/applyPlanStatus
54 POST /plans/v1/commands/removeplan
55 GET /coaches/v2/coaches/{cid}/tags
55 POST /coaches/v1/coaches/{cid}/tags
55 PUT /coaches/v1/coaches/{cid}/tags/{id}
55 DELETE /coaches/v1/coaches/{cid}/tags/{id}
55 POST /coaches/v1/coaches/{cid}/tags/{id}/athletes
55 DELETE /coaches/v1/coaches/{cid}/tags/{id}/athletes/{athleteId}
56 POST /workout-analysis/v2/analyze/summary
56 POST /workout-analysis/v2/analyze/charts
56 POST /workout-analysis/v2/analyze/laps
58 GET /rx/activity/v1/workouts/calendar/{aid}/{s}/{e}
58 GET /rx/activity/v1/workouts/{id}
58 GET /rx/activity/v1/workouts/{id}/summary
58 GET /rx/activity/v1/workouts/{id}/comments
58 GET /rx/activity/v1/workouts/{id}/privateWorkoutNote
58 POST /rx/activity/v1/workouts/save
58 POST /rx/activity/v1/workouts
58 PUT /rx/activity/v1/workouts
58 DELETE /rx/activity/v1/workouts/{id}
58 GET /rx/activity/v1/libraryContent
58 GET /rx/activity/v1/libraryContent/workoutLibrary/{id}
58 GET /rx/activity/v1/exercises/{id}
58 POST /rx/activity/v1/exercises
58 PUT /rx/activity/v1/exercises
58 GET /rx/activity/v1/parameters/exercise
58 GET /rx/activity/v1/parameters/block
58 GET /rx/activity/v1/plans/{planId}/workouts/{s}/{e}
59 GET /weather/v1/settings
`
  .trim()
  .split('\n')
  .map((line) => line.split(' ') as [string, string, string]);

describe('the emulator', () => {
  const { routes } = testSandbox().emulator;
  it.each(INDEX)('has endpoint %s: %s %s', (_number, method, path) => {
    expect(routes.filter((route) => route.method === method && route.path === path)).toHaveLength(1);
  });
});

describe('a heavy account', () => {
  it('has a thousand workouts and a ride of twelve hours', async () => {
    const heavy = testSandbox({ heavy: true });
    expect(heavy.me.workouts.list().length).toBeGreaterThan(1000);
    const rows = await heavy.get<Record<string, unknown>[]>(
      '/fitness/v6/athletes/1200001/workouts/2026-10-12/2026-10-12',
    );
    const long = rows.find(({ totalTime }) => Number(totalTime) > 11.9);
    expect(long).toMatchObject({ title: 'Twelve hours around Slovenia' });
    const charts = await heavy.send('POST', '/workout-analysis/v2/analyze/charts', { workoutId: long?.workoutId });
    expect((await charts.arrayBuffer()).byteLength).toBeGreaterThan(2_000_000);
  });
});

describe('the same seed and clock', () => {
  it('give the same bytes, another seed other ones', async () => {
    const bytes = async (options: { seed?: number }) =>
      (await testSandbox(options).send('GET', '/fitness/v6/athletes/1200001/workouts/2026-10-01/2026-10-31')).text();
    const first = await bytes({});
    expect(await bytes({})).toBe(first);
    expect(await bytes({ seed: 2 })).not.toBe(first);
  });
});
