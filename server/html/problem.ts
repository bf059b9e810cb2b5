/** What is wrong with a merchant's HTML. Lines and columns from 1; of what comes out only once it is filled in, null. */
export interface HtmlProblem {
  line: number | null;
  column: number | null;
  code:
    | 'tag'
    | 'attribute'
    | 'address'
    | 'class'
    | 'no-alt'
    | 'no-size'
    | 'unclosed'
    | 'syntax'
    | 'liquid'
    | 'liquid-tag'
    | 'liquid-filter'
    | 'liquid-variable'
    | 'liquid-range'
    | 'liquid-depth'
    | 'too-much';
  /** Where it is about something: `<script>`, `onclick`. */
  what: string;
}
