import { Button, SimpleGrid } from '@mantine/core';
import { useUserLimits, useVhostLimits } from '@/api/queries/admin';
import { Section } from '@/components/Section';
import { Stat } from '@/components/Stat';
import { formatCount } from '@/format';
import { useSession } from '@/session/useSession';
import { useDialog } from '../parts/useDialog';
import { LimitsDialog } from './LimitsDialog';
import { type LimitsOf, limitKinds } from './limits';

/** The limits of one virtual host or one user. */
export function LimitsSection({ of, name }: { readonly of: LimitsOf; readonly name: string }) {
  const { isAdministrator } = useSession();
  const ofVhosts = useVhostLimits();
  const ofUsers = useUserLimits();
  const { dialog, open, close } = useDialog();
  const limits =
    (of === 'vhost'
      ? ofVhosts.data?.find(({ vhost }) => vhost === name)
      : ofUsers.data?.find(({ user }) => user === name)
    )?.value ?? {};
  return (
    <Section
      title="Limits"
      aside={
        isAdministrator && (
          <Button size="compact-sm" variant="default" onClick={() => open('limits')}>
            Change limits
          </Button>
        )
      }
    >
      <SimpleGrid component="dl" m={0} cols={{ base: 2, sm: 4 }}>
        {limitKinds[of].map((kind) => {
          const value = limits[kind.name] ?? -1;
          return (
            <Stat key={kind.name} label={`Most ${kind.unit}`} value={value < 0 ? 'no limit' : formatCount(value)} />
          );
        })}
      </SimpleGrid>
      <LimitsDialog of={of} name={name} limits={() => limits} isOpen={dialog === 'limits'} onClose={close} />
    </Section>
  );
}
