import { isNumbering, nextMarker } from '../review/markers.ts';

/**
 * The marks of several new points: the next number and those after it, or the same bullet each time.
 * @param first the mark that comes next, or undefined where there is none
 */
export function nextMarkers(first: string | undefined, count: number): (string | undefined)[] {
  const markers: (string | undefined)[] = [];
  let marker = first;
  for (let i = 0; i < count; i++) {
    markers.push(marker);
    if (marker !== undefined && isNumbering(marker)) marker = nextMarker(marker);
  }
  return markers;
}
