export { formatByteRate, formatBytes } from './bytes';
export { formatCount, formatPercent, formatRate, formatShortCount, NONE } from './numbers';
export { formatAge, formatDuration, formatMoment } from './times';
export { formatMany } from './words';
