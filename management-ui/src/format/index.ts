export { formatByteRate, formatBytes } from './bytes';
export { formatCount, formatMany, formatPercent, formatRate, formatShortCount, NONE } from './numbers';
export { formatAge, formatDuration, formatMoment } from './times';
