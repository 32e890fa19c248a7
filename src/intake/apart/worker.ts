import { formats } from '../formats/index.ts';
import { serve } from './serve.ts';

// A process of the pool. Its first argument is how many MiB it may hold.
serve(formats, Number(process.argv[2]));
