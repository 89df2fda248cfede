import { defineConfig } from 'understudy-demo';

export default defineConfig({ kinds: ['./kinds/chart/chart.ts'], blocks: ['./blocks/countdown.ts'] });
