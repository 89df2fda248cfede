import { testKind } from 'understudy-demo/testing';
import chart from './kinds/chart/chart.ts';

await testKind(chart);
