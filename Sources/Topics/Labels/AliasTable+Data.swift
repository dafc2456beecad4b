extension AliasTable {
  /// One line for each service: who makes it (`any` where several do), the name that stands for it, and
  /// what else it is called.
  ///
  /// A name here must mean one thing only, wherever it stands alone. So "Storage", "Config" or
  /// "Firewall" are not in the table, nor are short forms that stand for several things (SAM, CDN, MFA).
  static let data = """
    any    | Identity and Access Management | IAM | Cloud IAM
    any    | Key Management Service | KMS | Cloud KMS | Cloud Key Management Service
    any    | Network Access Control List | NACL | Network ACL
    any    | Virtual Private Cloud | VPC
    any    | Web Application Firewall | WAF
    any    | Distributed Denial of Service | DDoS
    any    | Infrastructure as Code | IaC
    any    | Role-Based Access Control | RBAC
    any    | Attribute-Based Access Control | ABAC
    any    | Hardware Security Module | HSM
    any    | Single Sign-On | SSO
    aws    | Amazon Web Services | AWS
    aws    | Auto Scaling Group | ASG | EC2 Auto Scaling Group
    aws    | Application Load Balancer | ALB
    aws    | Network Load Balancer | NLB
    aws    | Elastic Load Balancing | ELB | Elastic Load Balancer
    aws    | Certificate Manager | ACM
    aws    | CloudFormation | Cloud Formation | CFN
    aws    | CloudFront | Cloud Front
    aws    | CloudHSM | Cloud HSM
    aws    | CloudTrail | Cloud Trail
    aws    | CloudWatch | Cloud Watch
    aws    | CodeBuild
    aws    | CodeCommit
    aws    | CodeDeploy
    aws    | CodePipeline
    aws    | Cognito
    aws    | Control Tower
    aws    | Database Migration Service | DMS
    aws    | Direct Connect
    aws    | DynamoDB | Dynamo DB | DDB
    aws    | EC2 | Elastic Compute Cloud
    aws    | ECR | Elastic Container Registry
    aws    | ECS | Elastic Container Service
    aws    | EFS | Elastic File System
    aws    | EKS | Elastic Kubernetes Service
    aws    | EBS | Elastic Block Store
    aws    | Elastic MapReduce
    aws    | Elastic Beanstalk
    aws    | ElastiCache | Elasti Cache
    aws    | EventBridge | Event Bridge
    aws    | Fargate
    aws    | GuardDuty | Guard Duty
    aws    | IAM Identity Center
    aws    | Kinesis
    aws    | Lake Formation
    aws    | Macie
    aws    | Organizations
    aws    | Parameter Store | Systems Manager Parameter Store | SSM Parameter Store
    aws    | PrivateLink | Private Link
    aws    | RDS | Relational Database Service
    aws    | Redshift
    aws    | Resource Access Manager
    aws    | Route 53 | Route53
    aws    | S3 | Simple Storage Service
    aws    | S3 Glacier | Glacier
    aws    | SageMaker
    aws    | Secrets Manager
    aws    | Security Hub
    aws    | Security Token Service | STS
    aws    | SES | Simple Email Service
    aws    | SNS | Simple Notification Service
    aws    | SQS | Simple Queue Service
    aws    | Step Functions
    aws    | Storage Gateway
    aws    | Systems Manager | SSM
    aws    | Transit Gateway | TGW
    aws    | Trusted Advisor
    aws    | X-Ray | XRay
    azure  | AKS | Azure Kubernetes Service
    azure  | Azure Active Directory | Entra ID | Azure AD | AAD | Microsoft Entra ID
    azure  | Azure DevOps | ADO
    azure  | Azure Virtual Machines | Azure VM
    azure  | Cosmos DB | CosmosDB
    azure  | ExpressRoute | Express Route
    azure  | Key Vault
    azure  | Log Analytics
    azure  | Network Security Group | NSG
    azure  | Virtual Network | VNet
    azure  | Privileged Identity Management | PIM
    azure  | Microsoft Defender for Cloud | Defender for Cloud
    azure  | Microsoft Sentinel | Azure Sentinel
    google | BigQuery | Big Query
    google | Bigtable | Cloud Bigtable
    google | Cloud Armor
    google | Cloud Run
    google | Cloud SQL
    google | Cloud Spanner
    google | Compute Engine | GCE
    google | Dataflow
    google | Google Cloud Storage | GCS
    google | Google Kubernetes Engine | GKE
    google | Pub/Sub | PubSub | Cloud Pub/Sub
    google | Security Command Center
    google | Virtual Private Cloud Service Controls | VPC Service Controls
    """
}
