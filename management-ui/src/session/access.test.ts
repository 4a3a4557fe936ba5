import { expect, test } from 'vitest';
import { accessOf } from './access';

test.each([
  [['administrator'], { isAdministrator: true, isMonitor: true, isPolicymaker: true, isReadOnly: false }],
  [['monitoring'], { isAdministrator: false, isMonitor: true, isPolicymaker: false, isReadOnly: true }],
  [['monitoring', 'management'], { isAdministrator: false, isMonitor: true, isPolicymaker: false, isReadOnly: false }],
  [['policymaker'], { isAdministrator: false, isMonitor: false, isPolicymaker: true, isReadOnly: false }],
  [['management'], { isAdministrator: false, isMonitor: false, isPolicymaker: false, isReadOnly: false }],
])('the tags %s allow %o', (tags, access) => expect(accessOf({ tags })).toEqual(access));
