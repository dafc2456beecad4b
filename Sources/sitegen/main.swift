import SitegenCLI

runSitegen()
