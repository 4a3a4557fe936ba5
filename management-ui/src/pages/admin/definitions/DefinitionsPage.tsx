import { SimpleGrid } from '@mantine/core';
import { Page } from '@/components/Page';
import { ExportSection } from './ExportSection';
import { ImportSection } from './ImportSection';

/** Everything that is set up, as a file: taken out, and put in once it is seen what that changes. */
export default function DefinitionsPage() {
  return (
    <Page title="Definitions">
      <SimpleGrid cols={1} spacing="md">
        <ExportSection />
        <ImportSection />
      </SimpleGrid>
    </Page>
  );
}
