extension Catalog {
  /// One line for each party: kind, id, name, what else it is called.
  static let partyLines = """
    provider   | aws       | AWS       | AWS; Amazon; Amazon Web Services
    provider   | microsoft | Microsoft | Microsoft; Azure; Microsoft Azure; MS Azure
    provider   | google    | Google    | Google; Google Cloud; GCP; Google Cloud Platform
    provider   | oracle    | Oracle    | Oracle; Oracle Cloud; OCI
    provider   | ibm       | IBM       | IBM; IBM Cloud
    provider   | alibaba   | Alibaba Cloud | Alibaba; Alibaba Cloud
    provider   | provider  | Provider  | provider; cloud provider; the cloud; CSP; cloud service provider; service provider; vendor; cloud vendor; hyperscaler; Anbieter; Cloud-Anbieter; fournisseur; fournisseur cloud; proveedor; proveedor de nube; fornitore; provedor
    customer   | customer  | Customer  | customer; you; your team; your organization; your organisation; your company; user; tenant; consumer; cloud consumer; cloud customer; subscriber; client; CSC; account owner; Kunde; Kunden; client; cliente; clientes; Nutzer
    thirdParty | red-hat   | Red Hat   | Red Hat; RedHat; RH
    thirdParty | partner   | Partner   | partner; managed service provider; MSP; consulting partner; system integrator
    thirdParty | third-party | Third party | third party; third parties; 3rd party; subcontractor; subprocessor; software vendor; ISV
    """
}
