import { testKind } from 'understudy-demo/testing';
import chart from './kinds/chart/chart';

await testKind(chart);
